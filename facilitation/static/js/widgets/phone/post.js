/** Writing a contribution: a field per kind, with the shape that the kind asks for. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { progress, startOf } from "./post-cases.js";
import { shape } from "./post-fields.js";
import { draftOf, heldOf, kindsOpen, needsText, submit } from "./post-send.js";
import { never, writer } from "./standing.js";
import { spokenAs, voice } from "./voice.js";

/** @returns {Record<string, {question: string, button: string}>} */
function words() {
  return {
    expectation: { question: _("Qu’attendez-vous ?"), button: _("Envoyer cette attente") },
    positioning: { question: _("Pourquoi, en quelques mots ?"), button: _("Envoyer ce positionnement") },
    proposal: { question: _("Que proposez-vous ?"), button: _("Envoyer cette proposition") },
  };
}

/** @param {import("./desk.js").Desk} desk */
export function postForm(desk) {
  const kinds = kindsOpen(desk);
  if (!kinds.length || !desk.mayWrite()) return nothing;
  const { step, kind: picked } = desk.ui.kind ?? {};
  const kind = step === desk.step()?.id && kinds.includes(picked) ? picked : kinds[0];
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
    desk.ui.kind = { step: desk.step()?.id, kind };
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
 * A positioning begins with what is chosen: in the round of all situations its text may stay empty.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
function form(desk, kind) {
  const fields = heldOf(desk, kind);
  const write = writer(desk, draftOf(desk, kind), startOf(desk, kind));
  const chosen = shape(desk, { kind, prefix: `post-${kind}`, fields, write });
  const inputs =
    kind === "positioning"
      ? html`<h2>${_("Où se place votre service ?")}</h2> ${progress(desk)} ${chosen} ${field(desk, kind, fields, write)}`
      : html`${field(desk, kind, fields, write)} ${chosen}`;
  return html`
    <form @submit=${(/** @type {Event} */ event) => submit(event, desk, kind)}>
      ${inputs} ${voice(desk, kind, fields, write)}
      <p class="send-row">
        <span class="send-as">${spokenAs(desk, kind, fields)}</span>
        <button class="button button-main button-wide" type="submit">${words()[kind].button}</button>
      </p>
    </form>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @param {(name: string) => (event: any) => void} write
 */
function field(desk, kind, fields, write) {
  const { question } = words()[kind];
  const label = needsText(desk, kind) ? question : _("%(question)s (facultatif)", { question });
  return html`<div class="field">
    <label for="text-${kind}">${label}</label>
    <textarea
      id="text-${kind}"
      name="text"
      rows=${needsText(desk, kind) ? 4 : 2}
      maxlength="5000"
      .value=${live(fields.text ?? "")}
      @input=${write("text")}
      aria-describedby="never-${kind}"
    ></textarea>
    ${never(`never-${kind}`)}
  </div>`;
}
