// A <details> that serves as a menu closes on Escape and on a click elsewhere, as menus do.

for (const menu of document.querySelectorAll('[data-behaviour~="menu"]')) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}
