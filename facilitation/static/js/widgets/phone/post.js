/** Writing a contribution: a field per kind, with the shape that the kind asks for. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { nameOf } from "../../core/names.js";
import { choosesCase, shape } from "./post-fields.js";
import { KINDS, payloadOf } from "./post-payload.js";
import { signature, signedAs, signs } from "./signature.js";
import { never, writer } from "./standing.js";

/** @returns {Record<string, {question: string, button: string}>} */
function words() {
  return {
    expectation: { question: _("Qu’attendez-vous ?"), button: _("Envoyer cette attente") },
    positioning: { question: _("Où se place votre service ?"), button: _("Envoyer ce positionnement") },
    proposal: { question: _("Que proposez-vous ?"), button: _("Envoyer cette proposition") },
  };
}

/** @param {import("./desk.js").Desk} desk */
export function kindsOpen(desk) {
  return KINDS.filter((kind) => desk.allows(kind));
}

/** @param {import("./desk.js").Desk} desk */
export function postForm(desk) {
  const kinds = kindsOpen(desk);
  if (!kinds.length || !desk.mayWrite()) return nothing;
  const kind = kinds.includes(desk.ui.kind) ? desk.ui.kind : kinds[0];
  return html`
    <section class="panel panel-${kind}" aria-label=${_("Écrire")}>
      ${kinds.length > 1 ? kindChoice(desk, kinds, kind) : nothing} ${form(desk, kind)}
    </section>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string[]} kinds
 * @param {string} chosen
 */
function kindChoice(desk, kinds, chosen) {
  const choose = (/** @type {string} */ kind) => () => {
    desk.ui.kind = kind;
    desk.draw();
  };
  return html`<fieldset>
    <legend class="visually-hidden">${_("Nature de la contribution")}</legend>
    <div class="kinds">
      ${kinds.map(
        (kind) => html`<label class="choice slip-${kind}-choice">
          <input type="radio" name="kind" .checked=${live(kind === chosen)} @change=${choose(kind)} />
          ${nameOf("kinds", kind)}
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/**
 * The draft of one kind in the current step.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
export function draftOf(desk, kind) {
  return desk.draft(`post.${desk.step()?.id}.${kind}`);
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
function form(desk, kind) {
  const kept = draftOf(desk, kind);
  const fields = kept.read() ?? {};
  const write = writer(desk, kept);
  const told = words()[kind];
  return html`
    <form @submit=${(/** @type {Event} */ event) => submit(event, desk, kind)}>
      <div class="field">
        <label for="text-${kind}">${told.question}</label>
        <textarea
          id="text-${kind}"
          name="text"
          rows="4"
          maxlength="5000"
          .value=${live(fields.text ?? "")}
          @input=${write("text")}
          aria-describedby="never-${kind}"
        ></textarea>
        ${never(`never-${kind}`)}
      </div>
      ${shape(desk, { kind, prefix: `post-${kind}`, fields, write })} ${signature(desk, kind, fields, write)}
      <p class="send-row">
        <span class="send-as">${signedAs(desk, kind, fields)}</span>
        <button class="button button-main button-wide" type="submit">${told.button}</button>
      </p>
    </form>
  `;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
function submit(event, desk, kind) {
  event.preventDefault();
  const kept = draftOf(desk, kind);
  const fields = kept.read() ?? {};
  const lacks = missing(desk, kind, fields);
  if (lacks) {
    desk.toast(lacks.said);
    /** @type {any} */ (event.target).querySelector(lacks.field).focus();
    return;
  }
  send(desk, { kind, fields, step: desk.step()?.id ?? null, onCase: desk.currentCase()?.id ?? null });
  const { signed, service } = fields;
  kept.write({ ...(signed === undefined ? {} : { signed }), ...(service && !desk.me() ? { service } : {}) });
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @returns {{said: string, field: string}|null}
 */
function missing(desk, kind, fields) {
  if (!(fields.text ?? "").trim()) return { said: _("Écrivez d’abord quelques mots."), field: "textarea" };
  if (kind !== "positioning") return null;
  if (!desk.me() && !fields.service)
    return { said: _("Choisissez d’abord le service."), field: "#post-positioning-service" };
  if (choosesCase(desk) && !fields.case && !desk.currentCase()) {
    return { said: _("Choisissez d’abord la situation."), field: "#post-positioning-case" };
  }
  return fields.role
    ? null
    : { said: _("Choisissez d’abord le rôle de votre service."), field: "#post-positioning-role" };
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {{kind: string, fields: any, step: string|null, onCase: string|null}} written
 */
export function send(desk, written) {
  const everyCase = choosesCase(desk);
  const signed = signs(desk, written.fields);
  desk.keep("contribution.post", payloadOf({ ...written, everyCase, signed, secret: newKey() }), {
    kind: written.kind,
  });
}
