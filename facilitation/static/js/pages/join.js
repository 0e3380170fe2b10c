/** The door: it works without this script, which only brings the same person back after a restore. */
import { entryOfBefore, rememberEntry } from "../core/entered.js";

const form = /** @type {HTMLFormElement} */ (document.getElementById("join"));
const { code = "", epoch = "" } = form.dataset;
const before = entryOfBefore(code, epoch);

for (const [name, value] of Object.entries(before ?? {})) {
  const field = /** @type {HTMLInputElement|null} */ (form.elements.namedItem(name));
  if (field && !(name !== "key" && field.value)) field.value = value;
}

form.addEventListener("submit", () => {
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  rememberEntry(code, { epoch, fields });
});
