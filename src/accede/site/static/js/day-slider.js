// Adds a slider to a form with a day: it moves the day by months; letting go shows the page of that day.
// By keyboard each key is a step of its own: the page is shown when the keys have rested, or at once by Enter, and the
// slider of the new page has the keyboard again.

const DAYS_OF_A_MONTH = 30.4375;
const MILLISECONDS_OF_A_DAY = 86_400_000;
const REST = 900;
const KEPT = "day-slider";

const days = (text) => Date.parse(text) / MILLISECONDS_OF_A_DAY;
const text = (day) => new Date(day * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);

function addSlider(form) {
  const field = form.querySelector("input[type=date]");
  const first = days(field.min);
  const last = days(field.max);
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(Math.ceil((last - first) / DAYS_OF_A_MONTH));
  slider.setAttribute("aria-label", form.dataset.label);
  let resting = 0;
  let byKey = false;

  const show = () => {
    clearTimeout(resting);
    if (field.value === field.defaultValue) return;
    sessionStorage.setItem(KEPT, field.id);
    form.requestSubmit();
  };
  const follow = () => {
    if (field.value) {
      slider.value = String(Math.round((days(field.value) - first) / DAYS_OF_A_MONTH));
      slider.setAttribute("aria-valuetext", field.value);
    }
  };
  slider.addEventListener("keydown", (event) => {
    byKey = true;
    if (event.key === "Enter") {
      event.preventDefault();
      show();
    }
  });
  slider.addEventListener("pointerdown", () => {
    byKey = false;
  });
  slider.addEventListener("input", () => {
    field.value = text(Math.min(first + Math.round(Number(slider.value) * DAYS_OF_A_MONTH), last));
    slider.setAttribute("aria-valuetext", field.value);
  });
  slider.addEventListener("change", () => {
    clearTimeout(resting);
    if (byKey) resting = setTimeout(show, REST);
    else show();
  });
  field.addEventListener("input", follow);
  follow();
  form.append(slider);
  if (sessionStorage.getItem(KEPT) === field.id) {
    sessionStorage.removeItem(KEPT);
    slider.focus();
  }
}

for (const form of document.querySelectorAll('[data-behaviour~="day-slider"]')) addSlider(form);
