/**
 * Small pieces of the console used everywhere: options of a list, a field that never loses what
 * is being typed, a form's values, a filter list. No command is sent from here.
 */
import { html, nothing, ref, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/**
 * `<option>` elements from pairs [value, label]; a null `empty` leaves out the empty choice.
 * @param {string[][]} pairs
 * @param {string|null|undefined} chosen
 * @param {string|null} empty
 */
export function options(pairs, chosen = "", empty = null) {
  return html`
    ${empty === null ? nothing : html`<option value="" .selected=${!chosen}>${empty}</option>`}
    ${pairs.map(([value, label]) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`)}`;
}

/**
 * A menu that acts when something is picked and then shows what is true again: a refused choice
 * does not stay on show as if it had been taken.
 * @param {{value: string|null|undefined, list: string[][], empty?: string|null, label?: string,
 *   kind?: string, pick: (value: string) => any}} choice
 */
export function choice({ value, list, empty = null, label = "", kind = "", pick }) {
  const shown = ref((/** @type {any} */ element) => {
    if (element && !element.dataset.busy && element.value !== (value ?? "")) element.value = value ?? "";
  });
  const change = async (event) => {
    const element = event.currentTarget;
    element.dataset.busy = "yes";
    await pick(element.value);
    delete element.dataset.busy;
  };
  return html`<select class=${kind} aria-label=${label || nothing} ${shown} @change=${change}>${options(list, value ?? "", empty)}</select>`;
}

/**
 * Keep a field equal to the record, except under the hand: while it has the focus, what is typed
 * stays, and `data-base` remembers the version that was there when the hand came.
 */
export function bound(value, base = 0) {
  return ref((/** @type {any} */ element) => {
    if (!element) return;
    if (document.activeElement === element || element.dataset.dirty) return;
    element.dataset.base = String(base);
    const text = String(value ?? "");
    if (element.value !== text) element.value = text;
  });
}

/** A template drawn afresh, on new elements, whenever its key changes. */
export function fresh(key, template) {
  return repeat(
    [template],
    () => key,
    (one) => one,
  );
}

/** A labelled field of a form. */
export function field(label, control, hint = "") {
  return html`<label class="field"><span class="field-label">${label}</span>${control}
    ${hint ? html`<span class="field-help">${hint}</span>` : nothing}</label>`;
}

/** The values of a form as an object; unticked boxes are false, boxes with `data-list` make lists. */
export function values(form) {
  const found = {};
  for (const element of [...form.elements].filter((one) => one.name)) {
    const { name, type, checked, value } = element;
    const listed = element.dataset.list !== undefined;
    if (listed) found[name] = [...(found[name] ?? []), ...(checked ? [value] : [])];
    else if (type === "checkbox") found[name] = checked;
    else if (type !== "radio" || checked) found[name] = value;
  }
  return found;
}

/** What the form changed against the record, so that a correction only says what it corrects. */
export function changed(before, after) {
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(value),
  );
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
  return html`<p class="field-help">${_("N’écrivez aucune information protégée.")}</p>
  <div class="dialog-foot">
    <button type="button" class="button button-quiet" @click=${desk.close}>${_("Renoncer")}</button>
    <button type="submit" class=${danger ? "button button-alarm" : "button button-main"}>${label}</button>
  </div>`;
}
