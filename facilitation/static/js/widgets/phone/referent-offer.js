/** Offering oneself, or a function of one’s service, to carry a policy. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { folding, writer } from "./standing.js";

/**
 * Whoever agreed to carry a policy is not replaced by a mere function.
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 * @param {any} known
 */
export function offer(desk, policy, known) {
  const words = known?.function ? _("Proposer une autre fonction") : _("Me proposer ou indiquer une fonction");
  const fold = folding(desk, `offer.${policy.id}`);
  const kept = desk.draft(`referent.${policy.id}`);
  const held = kept.read() ?? {};
  const write = writer(desk, kept);
  const me = known?.state === "person_agrees" || (held.me ?? true);
  const id = `ref-${policy.id}`;
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary class="small">${words}</summary>
    <form @submit=${(/** @type {Event} */ event) => propose(event, desk, policy, me)}>
      ${known?.state === "person_agrees" ? nothing : whose(policy, me, write)}
      <div class="field">
        <label for=${id}>${me ? _("Ma fonction") : _("La fonction")}</label>
        <input
          id=${id}
          type="text"
          maxlength="120"
          autocomplete="organization-title"
          aria-describedby="referents-never"
          .value=${live(held.function ?? "")}
          @input=${write("function")}
        />
      </div>
      <button class="button button-main button-wide" type="submit">
        ${me ? _("Je me propose pour cette politique") : _("Indiquer cette fonction")}
      </button>
    </form>
  </details>`;
}

/**
 * @param {any} policy
 * @param {boolean} me
 * @param {(name: string) => (event: any) => void} write
 */
function whose(policy, me, write) {
  const choose = (/** @type {boolean} */ value) => () =>
    write("me")({ target: { type: "checkbox", tagName: "INPUT", checked: value } });
  const radio = (/** @type {boolean} */ value, /** @type {string} */ label) => html`<label class="choice">
    <input type="radio" name="whose-${policy.id}" .checked=${live(me === value)} @change=${choose(value)} /> ${label}
  </label>`;
  return html`<fieldset>
    <legend class="visually-hidden">${_("De qui est cette fonction ?")}</legend>
    <div class="choices">${radio(true, _("Moi"))} ${radio(false, _("Une fonction de mon service"))}</div>
  </fieldset>`;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 * @param {boolean} me
 */
function propose(event, desk, policy, me) {
  event.preventDefault();
  const kept = desk.draft(`referent.${policy.id}`);
  const named = (kept.read()?.function ?? "").trim();
  if (!named) {
    desk.toast(me ? _("Écrivez d’abord votre fonction.") : _("Écrivez d’abord la fonction."));
    /** @type {any} */ (event.target).querySelector("input[type=text]").focus();
    return;
  }
  const stale = (/** @type {any} */ one) =>
    one.name === "referent.propose" && one.state === "refused" && one.payload.policy === policy.id;
  desk.outbox.forgetWhere(stale);
  desk.keep("referent.propose", { policy: policy.id, function: named, me });
  kept.clear();
  desk.ui[`offer.${policy.id}`] = false;
  desk.draw();
}
