// Small comforts. Every page is complete without this file.

// A list that unfolds over the page folds again on Escape, on a click elsewhere and when focus leaves it.
for (const fold of document.querySelectorAll("details[data-closes]")) {
  const close = () => fold.removeAttribute("open");
  document.addEventListener("click", (event) => { if (!fold.contains(event.target)) close(); });
  fold.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && fold.open) { close(); fold.querySelector("summary").focus(); }
  });
  fold.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !fold.contains(event.relatedTarget)) close();
  });
}

// A question left at "any" says nothing in the address: one list, one address.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}

// A search box suggests while one types. What does that is fetched when somebody comes to the box.
for (const form of document.querySelectorAll("form[data-suggestions]")) {
  form.addEventListener("focusin", async () => {
    try { (await import(form.dataset.module)).suggest(form); } catch { /* the form is enough */ }
  }, { once: true });
}

// Captions are there from the first second. As the default track they would be fetched with the page, and not asked for.
for (const captions of document.querySelectorAll("video > track[data-shown]")) {
  captions.parentElement.addEventListener("play", () => { captions.track.mode = "showing"; }, { once: true });
}
