/* "Words in another language": one button of the rich text editor for all languages (site_core/admin/language_of_parts.py).
   Not a module: Draftail has to know it before an editor starts. What it says stands further down in the page. */
(() => {
  const NAME = "language-of-part";
  const said = () => JSON.parse(document.getElementById(`${NAME}-words`)?.textContent ?? "null");
  const styleOf = (code) => `LANGUAGE_${code}`;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /* Words are in one language: the one chosen takes the place of any other. */
  function inLanguage(state, selection, code, languages) {
    const { EditorState, Modifier } = window.DraftJS;
    let content = state.getCurrentContent();
    languages.forEach((other) => { content = Modifier.removeInlineStyle(content, selection, styleOf(other.code)); });
    if (code) content = Modifier.applyInlineStyle(content, selection, styleOf(code));
    return EditorState.forceSelection(EditorState.push(state, content, "change-inline-style"), selection);
  }

  function choice({ code, direction, endonym, name }) {
    const own = make("span", { lang: code, dir: direction }, endonym);
    const button = make("button", { value: code, className: "button button-secondary" }, own);
    if (name.toLowerCase() !== endonym.toLowerCase()) button.append(` (${name})`);
    return button;
  }

  /* The floating toolbar goes away with the focus, so the dialog stands outside of it. What was selected when it
     opened is what is meant: the focus that comes back may move the selection. */
  function ask(getEditorState, onChange) {
    const words = said();
    const selection = getEditorState().getSelection();
    if (!words || selection.isCollapsed()) return;
    const heading = make("h2", { id: NAME, className: "w-h3" }, words.title);
    const end = make("div", { className: "language-of-part__end" },
      make("button", { value: "none", className: "button button-secondary" }, words.none),
      make("button", { value: "", className: "button button-secondary" }, words.cancel));
    const form = make("form", { method: "dialog" }, heading, make("p", {}, words.explanation),
      make("div", { className: "language-of-part__choices" }, ...words.languages.map(choice)), end);
    const dialog = make("dialog", { className: "language-of-part" }, form);
    dialog.setAttribute("aria-labelledby", NAME);
    dialog.addEventListener("close", () => {
      const chosen = dialog.returnValue;
      dialog.remove();
      const state = getEditorState();
      if (chosen) onChange(inLanguage(state, selection, chosen === "none" ? "" : chosen, words.languages));
      else onChange(window.DraftJS.EditorState.forceSelection(state, selection));
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  class Control extends window.React.Component {
    /* Toolbar buttons cannot be reached by keyboard, and Draftail asks no plugin about keys. */
    open = (event) => {
      const { getEditorState, onChange } = this.props;
      const asked = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === "KeyL";
      if (!asked || !getEditorState().getSelection().getHasFocus()) return;
      event.preventDefault();
      ask(getEditorState, onChange);
    };

    componentDidMount() { document.addEventListener("keydown", this.open); }

    componentWillUnmount() { document.removeEventListener("keydown", this.open); }

    render() {
      const { getEditorState, onChange } = this.props;
      const { createElement } = window.React;
      const words = said();
      if (!words) return null;
      const current = getEditorState().getCurrentInlineStyle();
      const chosen = words.languages.find(({ code }) => current.has(styleOf(code)));
      return createElement(window.Draftail.ToolbarButton, {
        name: NAME,
        active: Boolean(chosen),
        icon: createElement("svg", { className: "icon icon-globe", "aria-hidden": "true" }, createElement("use", { href: "#icon-globe" })),
        label: chosen ? chosen.code : null,
        title: chosen ? `${words.title}: ${chosen.endonym}` : `${words.title}\nCtrl + Shift + L`,
        onClick: () => ask(getEditorState, onChange),
      });
    }
  }

  window.draftail.registerPlugin({ type: NAME, inline: Control }, "controls");
})();
