// Fields left empty stay out of the address that a form makes, so that it can be read and passed on.

for (const form of document.querySelectorAll('form[data-behaviour~="tidy"]')) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) {
      if (value === "") formData.delete(name);
    }
  });
}
