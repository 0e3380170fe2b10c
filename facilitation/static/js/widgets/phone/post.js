/** Writing a contribution: a field per kind, with the shape that the kind asks for. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { draft } from "../../core/drafts.js";
import { newKey } from "../../core/keys.js";
import { nameOf, namesOf } from "../../core/names.js";

const KINDS = ["expectation", "positioning", "proposal"];

/** @returns {Record<string, {question: string, button: string}>} */
function words() {
  return {
    expectation: { question: _("Qu’attendez-vous ?"), button: _("Envoyer cette attente") },
    positioning: { question: _("Où se place votre service ?"), button: _("Envoyer ce positionnement") },
    proposal: { question: _("Que proposez-vous ?"), button: _("Envoyer cette proposition") },
  };
}

/** @param {import("./desk.js").Desk} desk */
export function postForm(desk) {
  const kinds = (desk.step()?.allows ?? []).filter((/** @type {string} */ one) => KINDS.includes(one));
  if (!kinds.length) return nothing;
  if (!mayWrite(desk)) return closed(desk);
  const kind = kinds.includes(desk.ui.kind) ? desk.ui.kind : kinds[0];
  return html`
    <section class="panel" aria-label=${_("Écrire")}>
      ${kinds.length > 1 ? kindChoice(desk, kinds, kind) : nothing} ${form(desk, kind)}
    </section>
  `;
}

/** @param {import("./desk.js").Desk} desk */
function mayWrite(desk) {
  const step = desk.step();
  return !step.writing || step.writing_open || desk.isRapporteur();
}

/** @param {import("./desk.js").Desk} desk */
function closed(desk) {
  const before = desk.step()?.writing_ends_at == null;
  const text = before
    ? _("L’écriture s’ouvrira dans un moment : place à la discussion.")
    : _("Le temps d’écriture est terminé ; le rapporteur peut encore compléter.");
  return html`<section class="notice"><p>${text}</p></section>`;
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
        (kind) => html`<label class="choice slip-kind">
          <input type="radio" name="kind" .checked=${live(kind === chosen)} @change=${choose(kind)} />
          ${nameOf("kinds", kind)}
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
function form(desk, kind) {
  const kept = draft(desk.draftKey(`post.${kind}`));
  const fields = kept.read() ?? {};
  const write = (/** @type {string} */ name) => (/** @type {any} */ event) => {
    const target = event.target;
    kept.write({ ...(kept.read() ?? {}), [name]: target.type === "checkbox" ? target.checked : target.value });
    if (target.tagName !== "TEXTAREA") desk.draw();
  };
  const told = words()[kind];
  return html`
    <form @submit=${(/** @type {Event} */ event) => submit(event, desk, kind, kept)}>
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
        <span class="field-help" id="never-${kind}">
          ${_("N’écrivez aucune information protégée ni donnée personnelle.")}
        </span>
      </div>
      ${shape(desk, kind, fields, write)} ${signature(desk, kind, fields, write)}
      <button class="button button-main button-wide" type="submit">${told.button}</button>
    </form>
  `;
}

/** @typedef {(name: string) => (event: any) => void} Write */

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @param {Write} write
 */
function shape(desk, kind, fields, write) {
  if (kind === "expectation") return expectation(desk, fields, write);
  if (kind === "positioning") return positioning(desk, fields, write);
  return proposal(fields, write);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {[string, string][]} options
 * @param {any} fields
 * @param {Write} write
 */
function choice(name, label, options, fields, write) {
  return html`<div class="field">
    <label for="f-${name}">${label}</label>
    <select id="f-${name}" @change=${write(name)}>
      <option value="" ?selected=${!fields[name]}>${_("Non précisé")}</option>
      ${options.map(([id, text]) => html`<option value=${id} ?selected=${fields[name] === id}>${text}</option>`)}
    </select>
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} fields
 * @param {Write} write
 */
function expectation(desk, fields, write) {
  /** @type {[string, string][]} */
  const services = desk.room.all("services").map((one) => [one.id, one.short]);
  /** @type {[string, string][]} */
  const lenses = desk.room.all("lenses").map((one) => [one.id, one.name]);
  return html`
    ${choice("addressee", _("De qui l’attendez-vous ?"), [["state", _("L’État")], ...services], fields, write)}
    ${lenses.length ? choice("lens", _("Vu par les yeux de"), lenses, fields, write) : nothing}
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} fields
 * @param {Write} write
 */
function positioning(desk, fields, write) {
  const wanted = new Set(desk.workshop()?.levels ?? []);
  const levels = namesOf("levels").filter(([id]) => wanted.has(id));
  /** @type {[string, string][]} */
  const cases = desk.room.all("cases").map((one) => [one.id, `${one.number}. ${one.title}`]);
  const all = desk.step()?.every_case || !desk.currentCase();
  return html`
    ${all ? choice("case", _("Sur quelle situation ?"), cases, fields, write) : nothing}
    ${choice("role", _("Rôle de mon service"), namesOf("roles"), fields, write)}
    ${choice("level", _("Niveau d’intervention"), levels, fields, write)}
  `;
}

/**
 * @param {any} fields
 * @param {Write} write
 */
function proposal(fields, write) {
  return html`<fieldset>
    <legend>${_("C’est aussi")}</legend>
    <div class="choices">
      ${["common_tool", "good_practice", "pooling"].map(
        (tag) => html`<label class="choice">
          <input type="checkbox" .checked=${live(!!fields[tag])} @change=${write(tag)} />
          ${nameOf("tags", tag)}
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @param {Write} write
 */
function signature(desk, kind, fields, write) {
  const service = desk.room.get("services", desk.me()?.service)?.short ?? "";
  if (kind === "positioning") {
    return html`<p class="promise">${_("Un positionnement est exprimé au nom de votre service (%(service)s).", { service })}</p>`;
  }
  const signed = isSigned(desk, fields);
  return html`
    <label class="choice">
      <input type="checkbox" .checked=${live(signed)} @change=${write("signed")} />
      ${_("Signer (%(service)s)", { service: desk.me()?.name || service })}
    </label>
    <p class="promise">
      ${signed
        ? _("Votre service paraît avec le texte, jamais votre table.")
        : _("Non nominative : ni votre nom ni votre service, pour personne, pas même dans le fichier conservé.")}
    </p>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} fields
 */
function isSigned(desk, fields) {
  return fields.signed ?? desk.workshop()?.signed_by_default ?? false;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {ReturnType<typeof draft>} kept
 */
function submit(event, desk, kind, kept) {
  event.preventDefault();
  const fields = kept.read() ?? {};
  const text = (fields.text ?? "").trim();
  if (!text) {
    desk.toast(_("Écrivez d’abord quelques mots."));
    /** @type {any} */ (event.target).querySelector("textarea").focus();
    return;
  }
  desk.keep("contribution.post", payload(desk, kind, { ...fields, text }), { kind });
  const { signed } = fields;
  kept.write(signed === undefined ? {} : { signed });
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 */
export function payload(desk, kind, fields) {
  const anonymous = kind !== "positioning" && !isSigned(desk, fields);
  const tags = ["common_tool", "good_practice", "pooling"].filter((tag) => kind === "proposal" && fields[tag]);
  const onCase = desk.currentCase()?.id ?? (kind === "positioning" ? fields.case || null : null);
  /** @type {any} */
  const wanted = { kind, text: fields.text, anonymous, case: onCase, step: desk.step()?.id ?? null, tags };
  if (kind === "expectation") Object.assign(wanted, { addressee: fields.addressee || null, lens: fields.lens || null });
  if (kind === "positioning") Object.assign(wanted, { role: fields.role || null, level: fields.level || null });
  if (anonymous) wanted.edit_secret = newKey();
  return wanted;
}
