// Keeps the ticks of an attendance sheet in this browser until the site has them: a line that breaks loses nothing.
// What is kept holds keys and ticks, never a name.

function follow(form) {
  const key = `sheet:${form.dataset.sheet}`;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const said = form.querySelector(".sheet-said");
  const say = (words) => {
    said.textContent = words;
    said.hidden = !words;
  };
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  };

  const kept = read();
  const waiting = boxes.filter((box) => box.name in kept && kept[box.name] !== ("stands" in box.dataset));
  if (waiting.length === 0) {
    localStorage.removeItem(key);
  } else {
    for (const box of waiting) box.checked = kept[box.name];
    say(form.dataset.kept);
  }

  form.addEventListener("change", (event) => {
    const ticks = read();
    ticks[event.target.name] = event.target.checked;
    localStorage.setItem(key, JSON.stringify(ticks));
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    say(form.dataset.offline);
  });
}

for (const form of document.querySelectorAll("form[data-sheet]")) follow(form);
