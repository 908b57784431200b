/* The translation editor: says over all its tabs how many passages are left, and leads to the first of them. */

const editor = document.querySelector(".js-translation-editor");
const note = document.querySelector(".translation-left");
const LEFT = "li.incomplete, li.errored";

const panels = () => {
  const found = [...editor.querySelectorAll(".tab-content [role=tabpanel] > section")];
  return found.length ? found : [...editor.querySelectorAll(".tab-content")];
};

/* wagtail-localize writes this heading in English only: "Polski to Українська translation". */
function shorten(heading, { sourceLocale, locale }) {
  const written = `${sourceLocale.displayName} to ${locale.displayName} translation`;
  if (heading.textContent === written) heading.textContent = `${sourceLocale.displayName} → ${locale.displayName}`;
}

function show() {
  const told = JSON.parse(editor.dataset.props);
  editor.querySelectorAll("h3").forEach((heading) => shorten(heading, told));
  const labels = [...editor.querySelectorAll(".w-tabs__tab")];
  const parts = panels().map((panel, place) => ({ panel, label: labels[place], left: panel.querySelectorAll(LEFT).length }));
  const buttons = parts.filter(({ left }) => left).map(({ panel, label, left }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small button-secondary";
    button.textContent = `${label?.textContent ?? note.dataset.whole}: ${left}`;
    button.addEventListener("click", () => {
      label?.click();
      setTimeout(() => panel.querySelector(LEFT)?.scrollIntoView({ block: "center" }));
    });
    return button;
  });
  note.hidden = !buttons.length;
  note.querySelector("span").replaceChildren(...buttons);
}

if (editor && note) {
  new MutationObserver(show).observe(editor, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  show();
}
