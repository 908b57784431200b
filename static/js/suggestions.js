// Suggestions below a search box: an editable combobox (WAI-ARIA APG). The focus stays in the box, the options are links.
// Asks after a short pause, never of a single letter; an answer that comes late is thrown away, and one that does not come is not missed.
const PAUSE = 180, SHORTEST = 2;

export function suggest(form) {
  const box = form.elements.q, list = document.createElement("div"), status = document.createElement("p");
  let options = [], active = -1, timer, asked;

  list.id = `${box.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent.trim());
  status.className = "unseen";
  status.setAttribute("role", "status");
  box.parentElement.append(list);
  form.append(status);
  const say = (name, value) => box.setAttribute(`aria-${name}`, value);
  box.setAttribute("role", "combobox");
  box.setAttribute("autocomplete", "off");
  say("autocomplete", "list");
  say("expanded", "false");

  const isOpen = () => !list.hidden;
  const mark = (number) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = options[active];
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    say("activedescendant", option.id);
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    mark(-1);
    list.hidden = true;
    say("expanded", "false");
    box.removeAttribute("aria-controls");
    status.textContent = "";
  };
  const show = (html) => {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const [said, ...found] = answer.content.children;
    mark(-1);
    options = found;
    options.forEach((option, number) => { option.id = `${list.id}-${number}`; });
    list.replaceChildren(...options);
    list.hidden = !options.length;
    say("expanded", String(isOpen()));
    if (isOpen()) say("controls", list.id); else box.removeAttribute("aria-controls");
    status.textContent = said.textContent;
  };
  const ask = async () => {
    const text = box.value.trim();
    asked?.abort();
    if (text.length < SHORTEST) return close();
    const mine = asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggestions}?${new URLSearchParams({ q: text })}`, { signal: mine.signal });
      const html = await answer.text();
      if (answer.ok && asked === mine && document.activeElement === box) show(html);
    } catch { /* without a network, or asked anew */ }
  };
  const askSoon = () => { clearTimeout(timer); mark(-1); timer = setTimeout(ask, PAUSE); };

  box.addEventListener("input", askSoon);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen()) { event.preventDefault(); ask(); }
    else if (step) {
      event.preventDefault();
      // Past either end stands the box itself: places from -1 to the last, in a round.
      const places = options.length + 1;
      mark((active + 1 + step + places) % places - 1);
    } else if (event.key === "Enter" && options[active] && isOpen()) { event.preventDefault(); options[active].click(); }
    else if (event.key === "Escape" && isOpen()) { event.preventDefault(); close(); }
    else if (event.key === "Home" || event.key === "End") mark(-1);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  addEventListener("pagehide", close);
  if (box === document.activeElement && box.value !== box.defaultValue) askSoon();
}
