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

// Filters stand open where there is room for them.
const wide = window.matchMedia("(min-width: 64rem)");
for (const fold of document.querySelectorAll("details[data-opens-when-wide]")) {
  if (wide.matches) fold.open = true;
}
