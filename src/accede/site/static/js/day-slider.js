// Adds a slider to a form with a day: it moves the day by months; letting go shows the page of that day.

const DAYS_OF_A_MONTH = 30.4375;
const MILLISECONDS_OF_A_DAY = 86_400_000;

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

  const follow = () => {
    if (field.value) {
      slider.value = String(Math.round((days(field.value) - first) / DAYS_OF_A_MONTH));
      slider.setAttribute("aria-valuetext", field.value);
    }
  };
  slider.addEventListener("input", () => {
    field.value = text(Math.min(first + Math.round(Number(slider.value) * DAYS_OF_A_MONTH), last));
    slider.setAttribute("aria-valuetext", field.value);
  });
  slider.addEventListener("change", () => form.requestSubmit());
  field.addEventListener("input", follow);
  follow();
  form.append(slider);
}

for (const form of document.querySelectorAll('[data-behaviour~="day-slider"]')) addSlider(form);
