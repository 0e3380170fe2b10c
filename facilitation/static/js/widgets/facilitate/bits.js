/**
 * Small pieces of the console used everywhere: options of a list, a field that never loses what
 * is being typed, a form's values, a filter list. No command is sent from here.
 */
import { html, nothing, ref } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/** `<option>` elements from pairs [value, label]; a null `empty` leaves out the empty choice. */
export function options(pairs, chosen = "", empty = null) {
  return html`
    ${empty === null ? nothing : html`<option value="" ?selected=${!chosen}>${empty}</option>`}
    ${pairs.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}`;
}

/**
 * Keep a field equal to the record, except under the hand: while it has the focus, what is typed
 * stays, and `data-base` remembers the version that was there when the hand came.
 */
export function bound(value, base = 0) {
  return ref((element) => {
    if (!element) return;
    if (document.activeElement === element || element.dataset.dirty) return;
    element.dataset.base = String(base);
    const text = String(value ?? "");
    if (element.value !== text) element.value = text;
  });
}

/** A labelled field of a form. */
export function field(label, control, hint = "") {
  return html`<label class="field"><span class="field-label">${label}</span>${control}
    ${hint ? html`<span class="field-hint">${hint}</span>` : nothing}</label>`;
}

/** The values of a form as an object; unticked boxes are false, repeated names are lists. */
export function values(form) {
  const found = {};
  for (const element of form.elements) {
    if (!element.name) continue;
    if (element.type === "checkbox" && element.dataset.list !== undefined) {
      found[element.name] ??= [];
      if (element.checked) found[element.name].push(element.value);
    } else if (element.type === "checkbox") found[element.name] = element.checked;
    else if (element.type !== "radio" || element.checked) found[element.name] = element.value;
  }
  return found;
}

/** What the form changed against the record, so that a correction only says what it corrects. */
export function changed(before, after) {
  const entries = Object.entries(after)
    .filter(([name, value]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(value));
  return Object.fromEntries(entries);
}

/** Run a form's action on submit, with its values; the page stays. */
export function onSubmit(action) {
  return (event) => {
    event.preventDefault();
    action(values(event.target), event.target);
  };
}

/** What an empty list says, with what to do about it. */
export function emptyNote(text, action = nothing) {
  return html`<div class="empty-note"><p>${text}</p>${action}</div>`;
}

/** The buttons at the foot of a dialog's form. */
export function formFoot(desk, label, danger = false) {
  return html`<div class="dialog-foot">
    <button type="button" class="button button-quiet" @click=${desk.close}>${_("Renoncer")}</button>
    <button type="submit" class=${danger ? "button button-danger" : "button button-primary"}>${label}</button>
  </div>`;
}
