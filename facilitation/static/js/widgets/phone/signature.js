/** Signing or not: the choice, and beside it exactly what it promises. */
import { html, live } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @param {(name: string) => (event: any) => void} write
 * @param {string} [group] keeps two forms of one kind on one page apart
 */
export function signature(desk, kind, fields, write, group = kind) {
  const service = desk.service(desk.me()?.service);
  if (kind === "positioning") {
    const text = desk.me()
      ? _("Exprimé par un cadre du service %(service)s : votre service paraît avec le texte, jamais votre table.", {
          service,
        })
      : _("Exprimé à la table, pour le service choisi.");
    return html`<p class="promise">${text}</p>`;
  }
  if (!desk.me()) return html`<p class="promise">${_("Au nom de la table : seul son numéro paraît.")}</p>`;
  const signed = signs(desk, fields);
  const choose = (/** @type {boolean} */ value) => () =>
    write("signed")({ target: { type: "checkbox", tagName: "INPUT", checked: value } });
  return html`<fieldset class="signature">
    <legend class="visually-hidden">${_("Signature")}</legend>
    <div class="choices">
      <label class="choice">
        <input type="radio" name="signed-${group}" .checked=${live(!signed)} @change=${choose(false)} /> ${_("Non nominative")}
      </label>
      <label class="choice">
        <input type="radio" name="signed-${group}" .checked=${live(signed)} @change=${choose(true)} />
        ${_("Signée (%(who)s)", { who: desk.me()?.name || service })}
      </label>
    </div>
    <p class="promise" aria-live="polite">${signed ? told(desk, service) : kept(desk)}</p>
  </fieldset>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} service
 */
function told(desk, service) {
  return desk.me()?.name
    ? _("Votre nom et votre service (%(service)s) paraissent avec le texte, jamais votre table.", { service })
    : _("Votre service (%(service)s) paraît avec le texte, jamais votre table.", { service });
}

/** @param {import("./desk.js").Desk} desk */
function kept(desk) {
  if (desk.shared) {
    return _(
      "Ni votre nom ni votre service, pour personne. Seul le numéro de la table paraît. Cet appareil l’oublie quand vous le passez.",
    );
  }
  return _(
    "Ni votre nom ni votre service, pour personne, pas même dans le fichier conservé. Seul le numéro de la table paraît.",
  );
}

/**
 * Whether a text is signed: as chosen, or as the seminar has it unless one chooses.
 * @param {import("./desk.js").Desk} desk
 * @param {any} fields
 * @returns {boolean}
 */
export function signs(desk, fields) {
  if (!desk.me()) return false;
  return fields.signed ?? desk.workshop()?.signed_by_default ?? false;
}

/**
 * In two words, beside the button: under which name this goes out.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 */
export function signedAs(desk, kind, fields) {
  if (!desk.me()) return _("Au nom de la table");
  const service = desk.service(desk.me()?.service);
  if (kind === "positioning") return _("Pour le service %(service)s", { service });
  return signs(desk, fields) ? _("Signée (%(who)s)", { who: desk.me()?.name || service }) : _("Non nominative");
}
