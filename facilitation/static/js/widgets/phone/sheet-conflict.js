/** Two hands in one field of a fiche-action: both texts, and the choice between them. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { words } from "./plan.js";

/** @typedef {import("./sheet-fields.js").Field} Field */
/** @typedef {import("./sheet-saver.js").SheetSaver} SheetSaver */

/**
 * @param {import("./desk.js").Desk} desk
 * @param {SheetSaver} saver
 * @param {any} action
 * @param {Field} field
 * @param {import("./sheet-drafts.js").Told} told
 */
export function both(desk, saver, action, field, told) {
  const theirs = words(desk, { ...action, [field.name]: told.theirs }, field);
  const mine = words(desk, { ...action, [field.name]: saver.value(action, field) }, field);
  return html`<div class="notice" role="alert">
    <p>${_("Quelqu’un a écrit dans ce champ en même temps que vous. Rien n’est perdu.")}</p>
    <p><strong>${_("Son texte")}</strong><br /><bdi>${theirs || _("(vide)")}</bdi></p>
    <p><strong>${_("Le vôtre")}</strong><br /><bdi>${mine || _("(vide)")}</bdi></p>
    <div class="button-row">
      <button type="button" class="button" @click=${() => saver.take(action.id, field)}>${_("Garder son texte")}</button>
      <button type="button" class="button" @click=${() => saver.insist(action.id, field)}>${_("Mettre le mien")}</button>
    </div>
  </div>`;
}
