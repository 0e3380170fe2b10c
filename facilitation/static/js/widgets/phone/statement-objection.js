/** An objection to a dire, with the sentence one would put in its place: a proposal that names the dire. */
import { html, live } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { payloadOf } from "./post-payload.js";
import { signature, signedAs, signs } from "./signature.js";
import { folding, never, writer } from "./standing.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
export function objecting(desk, one) {
  const kept = desk.draft(`objection.${one.id}`);
  const fields = kept.read() ?? {};
  const write = writer(desk, kept);
  const id = `objection-${one.id}`;
  const fold = folding(desk, id, (fields.text ?? "") !== "");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary class="small">${_("Une objection, une autre rédaction")}</summary>
    <form @submit=${(/** @type {Event} */ event) => send(event, desk, one)}>
      <div class="field">
        <label for=${id}>${_("Votre objection, et la phrase que vous mettriez à la place")}</label>
        <textarea id=${id} rows="3" maxlength="4500" aria-describedby="${id}-never" .value=${live(fields.text ?? "")} @input=${write("text")}></textarea>
        ${never(`${id}-never`)}
      </div>
      ${signature(desk, "proposal", fields, write, id)}
      <p><span class="send-as">${signedAs(desk, "proposal", fields)}</span>
      <button class="button button-main button-wide" type="submit">${_("Envoyer cette objection")}</button></p>
    </form>
  </details>`;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function send(event, desk, one) {
  event.preventDefault();
  const kept = desk.draft(`objection.${one.id}`);
  const fields = kept.read() ?? {};
  const text = (fields.text ?? "").trim();
  if (!text) {
    desk.toast(_("Écrivez d’abord quelques mots."));
    /** @type {any} */ (event.target).querySelector("textarea").focus();
    return;
  }
  const named = _("Sur %(id)s, « %(subject)s » : %(text)s", { id: one.id, subject: one.subject, text });
  const written = { kind: "proposal", fields: { text: named }, step: desk.step()?.id ?? null, onCase: null };
  const more = { everyCase: false, signed: signs(desk, fields), secret: newKey() };
  desk.keep("contribution.post", payloadOf({ ...written, ...more }), { kind: "proposal" });
  kept.clear();
  desk.ui[`objection-${one.id}`] = false;
  desk.draw();
}
