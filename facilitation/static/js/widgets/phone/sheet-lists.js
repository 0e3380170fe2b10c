/** The two lists of a fiche-action: its steps, and the services associated with their role. */
import { html, live } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { namesOf } from "../../core/names.js";

/** @typedef {(rows: any[], leave: boolean) => void} Change saved at once when one leaves the field */

/**
 * @param {any[]} rows
 * @param {number} place
 * @param {any} values
 */
function replaced(rows, place, values) {
  return rows.map((row, index) => (index === place ? { ...row, ...values } : row));
}

/** @param {any[]} rows @param {number} place */
function without(rows, place) {
  return rows.filter((_row, index) => index !== place);
}

/**
 * @param {string} id
 * @param {any[]} rows
 * @param {Change} change
 */
export function milestones(id, rows, change) {
  const input = (
    /** @type {number} */ place,
    /** @type {string} */ name,
    /** @type {string} */ label,
    type = "text",
  ) => html`<input
    id="${id}-${place}-${name}"
    type=${type}
    placeholder=${label}
    aria-label="${_("Étape %(n)s", { n: place + 1 })} : ${label}"
    .value=${live(rows[place][name] ?? "")}
    @input=${(/** @type {any} */ event) => change(replaced(rows, place, { [name]: event.target.value }), false)}
    @change=${(/** @type {any} */ event) => change(replaced(rows, place, { [name]: event.target.value }), true)}
  />`;
  const add = () => change([...rows, { content: "", responsible: "", due: "", state: "todo" }], false);
  return html`<ol class="rows">
      ${rows.map(
        (_row, place) => html`<li class="row">
          ${input(place, "content", _("Contenu"))} ${input(place, "responsible", _("Responsable"))} ${input(place, "due", _("Échéance"), "date")}
          <button type="button" class="button button-quiet button-small" @click=${() => change(without(rows, place), true)}>
            ${_("Retirer l’étape %(n)s", { n: place + 1 })}
          </button>
        </li>`,
      )}
    </ol>
    <button type="button" id=${id} class="button button-small" @click=${add}>${_("Ajouter une étape")}</button>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} id
 * @param {any[]} rows
 * @param {Change} change
 */
export function associates(desk, id, rows, change) {
  const there = new Set(rows.map((row) => row.service));
  const others = desk.room.all("services").filter((one) => !there.has(one.id));
  const roles = namesOf("roles").filter(([code]) => !["authority", "pilot", "unconcerned"].includes(code));
  const add = (/** @type {any} */ event) => {
    if (event.target.value) change([...rows, { service: event.target.value, role: "supports" }], true);
  };
  return html`<ul class="rows">
      ${rows.map((row, place) => {
        const service = desk.service(row.service);
        const chosen = (/** @type {any} */ event) => change(replaced(rows, place, { role: event.target.value }), true);
        return html`<li class="row row-service">
          <strong>${service}</strong>
          <select aria-label=${_("Rôle de %(service)s", { service })} @change=${chosen}>
            ${roles.map(([code, name]) => html`<option value=${code} .selected=${live(code === row.role)}>${name}</option>`)}
          </select>
          <button type="button" class="button button-quiet button-small" @click=${() => change(without(rows, place), true)}>
            ${_("Retirer %(service)s", { service })}
          </button>
        </li>`;
      })}
    </ul>
    <select id=${id} @change=${add}>
      <option value="" .selected=${live(true)}>${_("Ajouter un service…")}</option>
      ${others.map((one) => html`<option value=${one.id}>${one.short}</option>`)}
    </select>`;
}
