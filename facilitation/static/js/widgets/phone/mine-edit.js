/** Correcting one's own contribution, its words and its shape, in place; the correction is a draft too. */
import { html, live } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { shape } from "./post-fields.js";
import { fieldsOf, shapeOf } from "./post-payload.js";
import { never, writer } from "./standing.js";

/** @typedef {import("./own-texts.js").Own} Own */

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 */
function draftOf(desk, own) {
  return desk.draft(`edit.${own.id}`);
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 * @param {any} one
 */
export function startEditing(desk, own, one) {
  draftOf(desk, own).write(fieldsOf({ ...one, anonymous: undefined }));
  desk.draw();
}

/**
 * The editor, or null when this text is not being corrected.
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 * @param {any} one
 */
export function editor(desk, own, one) {
  const kept = draftOf(desk, own);
  const fields = kept.read();
  if (fields === null || own.withdrawn) return null;
  const write = writer(desk, kept);
  const cancel = () => {
    kept.clear();
    desk.draw();
  };
  const id = `edit-${own.key}`;
  return html`<li class="slip slip-${one.kind}">
    <form @submit=${(/** @type {Event} */ event) => save(event, desk, own, one)}>
      <div class="field">
        <label for=${id}>${_("Modifier %(id)s", { id: one.id })}</label>
        <textarea id=${id} rows="4" maxlength="5000" aria-describedby="${id}-never" .value=${live(fields.text ?? "")} @input=${write("text")}></textarea>
        ${never(`${id}-never`)}
      </div>
      ${shape(desk, { kind: one.kind, prefix: id, fields, write, posted: true })}
      <div class="button-row">
        <button class="button button-main" type="submit">${_("Enregistrer la modification")}</button>
        <button class="button" type="button" @click=${cancel}>${_("Annuler")}</button>
      </div>
    </form>
  </li>`;
}

/**
 * Of a shape, an empty choice takes back what was chosen; a null would leave it.
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 * @param {any} one
 */
function save(event, desk, own, one) {
  event.preventDefault();
  const kept = draftOf(desk, own);
  const fields = kept.read() ?? {};
  const text = (fields.text ?? "").trim();
  if (!text) {
    desk.toast(_("Écrivez d’abord quelques mots."));
    return;
  }
  const chosen = Object.entries(shapeOf(one.kind, fields)).map(([name, value]) => [name, value ?? ""]);
  const secret = own.posted.edit_secret;
  desk.outbox.forgetWhere(
    (entry) => entry.state !== "saved" && entry.name === "contribution.edit" && entry.payload.contribution === own.id,
  );
  desk.keep("contribution.edit", {
    contribution: own.id,
    text,
    ...Object.fromEntries(chosen),
    ...(secret ? { edit_secret: secret } : {}),
  });
  kept.clear();
  desk.draw();
}
