/** What I may do with a text of mine: correct it, withdraw it, take a refused one back. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { startEditing } from "./mine-edit.js";
import { fieldsOf } from "./post-payload.js";

/** @typedef {import("./own-texts.js").Own} Own */

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 * @param {any} one
 */
export function actions(desk, own, one) {
  if (desk.isOver()) return nothing;
  if (own.entry?.state === "refused") {
    const back = () => takeBack(desk, own);
    return html`<button type="button" class="button button-small" @click=${back}>${_("Reprendre ce texte")}</button>`;
  }
  const live = own.id && !own.withdrawn && (one.state ?? "posted") === "posted";
  if (!live || (desk.forTable && one.kind === "positioning")) return nothing;
  const edit = () => startEditing(desk, own, one);
  return html`
    <button type="button" class="button button-quiet button-small" @click=${edit}>${_("Modifier")}</button>
    ${withdrawing(desk, own)}
  `;
}

/**
 * Withdrawing asks once more, in place.
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 */
function withdrawing(desk, own) {
  const asked = desk.ui.withdrawing === own.key;
  const ask = () => {
    desk.ui.withdrawing = asked ? null : own.key;
    desk.draw();
  };
  const withdraw = () => {
    desk.ui.withdrawing = null;
    const secret = own.posted.edit_secret;
    desk.keep("contribution.withdraw", { contribution: own.id, ...(secret ? { edit_secret: secret } : {}) });
  };
  if (!asked)
    return html`<button type="button" class="button button-quiet button-small" @click=${ask}>${_("Retirer")}</button>`;
  return html`<button type="button" class="button button-alarm button-small" @click=${withdraw}>${_("Oui, retirer")}</button>
    <button type="button" class="button button-quiet button-small" @click=${ask}>${_("Non")}</button>`;
}

/**
 * A refused text goes back where it was written, or where it can be read and sent again.
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 */
function takeBack(desk, own) {
  const { kind, step } = own.posted;
  desk.ui.kind = { step, kind };
  desk.draft(`post.${step ?? ""}.${kind}`).write(fieldsOf(own.posted));
  desk.outbox.forget(own.key);
  desk.draw();
}
