/** One field of a fiche-action: its input, whether it is saved, and both texts when two hands met. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { namesOf } from "../../core/names.js";
import { both } from "./sheet-conflict.js";
import { associates, milestones } from "./sheet-lists.js";

/** @typedef {import("./sheet-fields.js").Field} Field */
/** @typedef {import("./sheet-saver.js").SheetSaver} SheetSaver */

/**
 * @param {import("./desk.js").Desk} desk
 * @param {SheetSaver} saver
 * @param {any} action
 * @param {Field} field
 */
export function editable(desk, saver, action, field) {
  const id = `${action.id}-${field.name}`;
  const body = input(desk, saver, action, field, id);
  const now = saver.tells(action.id, field);
  // A list of steps has no single input to name: its rows and its button name themselves.
  const label =
    field.shape === "milestones"
      ? html`<span class="field-label">${field.label}</span>`
      : html`<label for=${id}>${field.label}</label>`;
  return html`<div class="field">
    ${label}
    ${body}
    <span class="field-help field-told" role="status">${told(desk, now)}</span>
    ${now?.state === "conflict" ? both(desk, saver, action, field, now) : nothing}
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-drafts.js").Told|undefined} what
 */
export function told(desk, what) {
  const here = desk.shared
    ? _("Sur cet appareil, pas encore enregistré")
    : _("Sur ce téléphone, pas encore enregistré");
  const words = {
    saving: desk.room.link === "online" ? _("Envoi…") : here,
    saved: _("✓ Enregistré"),
    waiting: here,
    refused: what?.message ?? "",
    conflict: "",
  };
  return what ? words[what.state] : "";
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {SheetSaver} saver
 * @param {any} action
 * @param {Field} field
 * @param {string} id
 */
function input(desk, saver, action, field, id) {
  const value = saver.value(action, field);
  const change = (/** @type {any} */ rows, /** @type {boolean} */ leave) => {
    saver.typed(action, field, rows);
    if (leave) saver.save(action.id, field);
    else desk.draw();
  };
  if (field.shape === "milestones") return milestones(id, value, change);
  if (field.shape === "associates") return associates(desk, id, value, change);
  const typed = (/** @type {any} */ event) => saver.typed(action, field, event.target.value);
  const left = (/** @type {any} */ event) => {
    typed(event);
    saver.save(action.id, field);
  };
  const options = choices(desk, field.shape);
  if (options) return select(id, value, options, left);
  const never = `never-${action.id}`;
  if (field.shape === "text") {
    return html`<textarea id=${id} rows="3" maxlength="5000" aria-describedby=${never} .value=${live(value)} @input=${typed} @change=${left}></textarea>`;
  }
  if (field.shape === "date") return html`<input id=${id} type="date" .value=${live(value)} @change=${left} />`;
  const most = field.name === "title" ? 200 : 5000;
  return html`<textarea id=${id} class="one-line" rows="1" maxlength=${most} aria-describedby=${never} .value=${live(value)} @input=${typed} @change=${left}></textarea>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} shape
 * @returns {string[][]|null}
 */
function choices(desk, shape) {
  const records = (/** @type {string} */ name, /** @type {string} */ label) =>
    desk.room.all(name).map((one) => [one.id, one[label]]);
  if (shape === "service") return records("services", "short");
  if (shape === "policy") return records("policies", "name");
  if (shape === "statement") return records("statements", "subject");
  const wanted = desk.workshop()?.levels ?? [];
  return shape === "level" ? namesOf("levels").filter(([id]) => wanted.includes(id)) : null;
}

/**
 * @param {string} id
 * @param {string} value
 * @param {string[][]} options
 * @param {(event: any) => void} chosen
 */
function select(id, value, options, chosen) {
  return html`<select id=${id} @change=${chosen}>
    <option value="" .selected=${live(!value)}>${_("À compléter")}</option>
    ${options.map(([key, text]) => html`<option value=${key} .selected=${live(key === value)}>${text}</option>`)}
  </select>`;
}
