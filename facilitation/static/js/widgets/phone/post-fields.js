/** The fields that each kind of contribution has beside its text. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf, namesOf } from "../../core/names.js";
import { allCases, choosesCase, spokenCases } from "./post-cases.js";
import { TAGS } from "./post-payload.js";

/**
 * @typedef {object} Form
 * @property {string} kind
 * @property {string} prefix keeps the identifiers of two forms on one page apart
 * @property {any} fields
 * @property {(name: string) => (event: any) => void} write
 * @property {boolean} [posted] whether it is there already: its situation does not change any more
 */

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Form} form
 */
export function shape(desk, form) {
  if (form.kind === "expectation") return expectation(desk, form);
  if (form.kind === "positioning") return positioning(desk, form);
  return proposal(desk, form);
}

/**
 * @param {Form} form
 * @param {string} name
 * @param {string} label
 * @param {string[][]} options
 */
function choice({ prefix, fields, write }, name, label, options) {
  const id = `${prefix}-${name}`;
  const chosen = fields[name] ?? "";
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${write(name)}>
      <option value="" .selected=${live(!chosen)}>${_("Choisir…")}</option>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${live(chosen === value)}>${text}</option>`)}
    </select>
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Form} form
 */
function expectation(desk, form) {
  const services = desk.room.all("services").map((one) => [one.id, one.short]);
  const lenses = desk.room.all("lenses").map((one) => [one.id, one.name]);
  return html`
    ${choice(form, "addressee", _("De qui l’attendez-vous ?"), [["state", _("De l’État")], ...services])}
    ${lenses.length ? choice(form, "lens", _("Avec le regard de qui ? (facultatif)"), lenses) : nothing}
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Form} form
 */
function positioning(desk, form) {
  const wanted = new Set(desk.workshop()?.levels ?? []);
  const levels = namesOf("levels").filter(([id]) => wanted.has(id));
  const services = desk.room.all("services").map((one) => [one.id, one.short]);
  return html`
    ${!desk.me() && !form.posted ? choice(form, "service", _("Pour quel service ?"), services) : nothing}
    ${choosesCase(desk) && !form.posted ? choice(form, "case", _("Sur quelle situation ?"), cases(desk)) : nothing}
    ${choice(form, "role", desk.me() ? _("Rôle de mon service") : _("Rôle du service"), namesOf("roles"))}
    ${choice(form, "level", _("Bon niveau d’intervention"), levels)}
  `;
}

/**
 * The situations, with a tick where my service has spoken from this phone.
 * @param {import("./desk.js").Desk} desk
 */
function cases(desk) {
  const spoken = spokenCases(desk);
  return allCases(desk).map((one) => [one.id, `${spoken.has(one.id) ? "✓ " : ""}${one.number}. ${one.title}`]);
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Form} form
 */
function proposal(desk, { fields, write }) {
  const asked = desk.step()?.tags ?? [];
  const offered = TAGS.filter((tag) => tag !== "lesson" || asked.includes(tag) || fields[tag]);
  return html`<fieldset>
    <legend>${_("Est-ce aussi (facultatif)")}</legend>
    <div class="choices">
      ${offered.map(
        (tag) => html`<label class="choice">
          <input type="checkbox" .checked=${live(!!fields[tag])} @change=${write(tag)} />
          <span class="capital">${nameOf("tags", tag)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
