/* A draft that saves itself: what its editor writes is not taken for saved before it is.

   Wagtail compares the form with what it was when it was opened or last saved. It reads that two seconds after opening,
   and after the answer to a save: what was written until then counts as saved, is not sent, is not in the preview, and
   nobody is warned who leaves. A form that comes back with mistakes it does not watch at all. Here every form is
   watched, and compared with what was truly sent. And it goes on saving a form that was just sent to be published,
   which is refused, as the page is newer by then: what was sent is not saved once more. */

const form = document.querySelector("[data-edit-form]");
const WRITING = ["beforeinput", "input", "change", "paste", "cut", "drop"];
const WRITING_KEYS = ["Backspace", "Delete", "Enter"];
/* Add, move, copy or take away a block or a row; the kinds of blocks to choose from stand outside the form. */
const CHANGE_ROWS = [
  "[data-streamfield-action]",
  "[data-inline-panel-child-move-up]",
  "[data-inline-panel-child-move-down]",
  "[id$='-DELETE-button']",
  "[id$='-ADD']",
  ".c-sf-add-button",
  ".w-combobox [role='option']",
].join();
const GIVEN_UP = 30_000; // milliseconds; as long as Wagtail keeps its button from being pressed again
const AS_OPENED = "as it was when it was opened";
let sent;
let touched = false;
let asked;
let leaving = false;

const unsaved = () => window.wagtail?.app.getControllerForElementAndIdentifier(form, "w-unsaved");

/* Only what a person does: scripts fill in fields of their own while the form is being set up. */
function touch({ isTrusted }) {
  touched ||= isTrusted;
}

/* The editor of rich text takes these keys before they write anything. */
function touchByKey(event) {
  if (event.target.isContentEditable && WRITING_KEYS.includes(event.key)) touch(event);
}

function touchByButton(event) {
  if (event.target.closest(CHANGE_ROWS)) touch(event);
}

function remember(event) {
  asked = event;
  if (leaving) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  sent = new URLSearchParams(unsaved().formData);
}

/* What the server filled in, such as the number of a new row, is saved as well. */
function update({ detail: { response } }) {
  Object.entries(response.field_updates ?? {}).forEach(([name, value]) => sent.has(name) && sent.set(name, value));
}

/* Called twice while the form is opened; once after each save, when Wagtail has yet to say that nothing is unsaved. */
function compare() {
  const saved = sent ? sent.toString() : touched && AS_OPENED;
  if (!saved) return;
  Object.assign(unsaved(), { initialFormData: saved, previousFormData: saved });
  setTimeout(unsaved().check);
}

/* Asked last, when nobody has held it back. A save that was asked for waits half a second before it goes out. */
function leave({ target, defaultPrevented }) {
  if (target !== form || defaultPrevented) return;
  leaving = true;
  asked?.preventDefault();
  setTimeout(stay, GIVEN_UP);
}

/* Whoever broke it off, or came back, writes on. */
function stay() {
  if (!leaving) return;
  leaving = false;
  unsaved()?.notify();
}

function watchWhatWasRefused() {
  const watcher = unsaved();
  if (!watcher?.forceValue || watcher.checkInterval) return;
  Object.assign(watcher, { initialFormData: AS_OPENED, previousFormData: watcher.formData });
  watcher.checkInterval = setInterval(watcher.check, watcher.checkIntervalValue);
}

if (form) {
  WRITING.forEach((name) => form.addEventListener(name, touch));
  form.addEventListener("keydown", touchByKey, { capture: true });
  document.addEventListener("click", touchByButton, { capture: true });
  form.addEventListener("w-autosave:save", remember);
  form.addEventListener("w-autosave:success", update, { capture: true });
  form.addEventListener("w-unsaved:watch-edits", compare);
  form.addEventListener("w-unsaved:ready", watchWhatWasRefused);
  window.addEventListener("submit", leave);
  window.addEventListener("pageshow", stay);
  watchWhatWasRefused();
}
