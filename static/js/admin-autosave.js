/* A draft that saves itself: what its editor writes is not taken for saved before it is.

   Wagtail compares the form with what it was when it was opened or last saved. It reads that two seconds after opening,
   and after the answer to a save: what was written until then counts as saved, is not sent, is not in the preview, and
   nobody is warned who leaves. Here it compares with what was truly sent. */

const form = document.querySelector("[data-edit-form]");
let sent;
let touched = false;

const unsaved = () => window.wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved");

/* Only what a person does: scripts fill in fields of their own while the form is being set up. */
function touch({ isTrusted }) {
  touched ||= isTrusted;
}

function remember() {
  sent = new URLSearchParams(unsaved().formData);
}

/* What the server filled in, such as the number of a new row, is saved as well. */
function update({ detail: { response } }) {
  Object.entries(response.field_updates ?? {}).forEach(([name, value]) => sent.has(name) && sent.set(name, value));
}

/* Called twice while the form is opened; once after each save. */
function compare() {
  const saved = sent ? sent.toString() : touched && "as it was when it was opened";
  if (saved) Object.assign(unsaved(), { initialFormData: saved, previousFormData: saved });
}

if (form) {
  ["beforeinput", "input", "change"].forEach((name) => form.addEventListener(name, touch));
  form.addEventListener("w-autosave:save", remember);
  form.addEventListener("w-autosave:success", update, { capture: true });
  form.addEventListener("w-unsaved:watch-edits", compare);
}
