// Keeps on the server what somebody is writing, for them alone, and says so; without script, what is saved is saved.
// A figure of the list is put where the text was last written.

const PAUSE = 1500;

for (const form of document.querySelectorAll('form[data-behaviour~="drafting"]')) {
  const told = form.querySelector('[data-part="kept"]');
  let waiting = 0;
  let last = null;

  const keep = async () => {
    const body = new FormData(form);
    body.set("do", "keep");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body });
      told.textContent = (await answer.json()).words;
    } catch {
      told.textContent = "";
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
  form.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) last = event.target;
  });
  for (const figure of form.querySelectorAll("[data-figure]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.dir = "ltr";
    button.textContent = figure.dataset.figure;
    button.addEventListener("click", () => {
      const field = last ?? form.querySelector('textarea[name="text-new"]');
      field.setRangeText(figure.dataset.figure, field.selectionStart, field.selectionEnd, "end");
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    figure.replaceWith(button);
  }
}
