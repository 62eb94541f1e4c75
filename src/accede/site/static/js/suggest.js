// What may be meant by what was written so far, below the field: a list to choose from with the arrow keys (the
// combobox of the ARIA Authoring Practices). Without script the form works as it stands.

const PAUSE = 150;

for (const field of document.querySelectorAll('input[data-behaviour~="suggest"]')) {
  const form = field.form;
  const list = document.createElement("ul");
  list.id = `${field.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestions);
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);

  let waiting = 0;
  let asked = null;
  let chosen = -1;

  const close = () => {
    clearTimeout(waiting);
    asked?.abort();
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (number) => {
    const options = [...list.children];
    chosen = (number + options.length) % options.length;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === chosen));
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };

  const show = (items) => {
    list.replaceChildren(
      ...items.map((item, at) => {
        const option = document.createElement("li");
        const title = document.createElement("bdi");
        const kind = document.createElement("span");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.address = item.address;
        title.textContent = item.title;
        kind.textContent = item.kind_words;
        option.append(title, " ", kind);
        return option;
      }),
    );
    chosen = -1;
    list.hidden = items.length === 0;
    field.setAttribute("aria-expanded", String(items.length > 0));
    field.removeAttribute("aria-activedescendant");
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const words = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${field.dataset.address}?${words}`, {
        headers: { "Accept-Language": document.documentElement.lang },
        signal: asked.signal,
      });
      if (answer.ok) show((await answer.json()).items);
    } catch {
      // Another letter was written, or the line is down: the form works without suggestions.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim().length < 2) close();
    else waiting = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  // On pressing, not on clicking: by then the field has lost the focus and the list is gone.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("li");
    if (option) location.assign(option.dataset.address);
  });
  field.addEventListener("blur", close);
}
