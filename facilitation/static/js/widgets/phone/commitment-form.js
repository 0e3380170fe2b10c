/** Writing an engagement: the card, what I undertake, by when, with what need. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { never, writer } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function commitmentForm(desk) {
  const kept = desk.draft("commitment");
  const held = kept.read() ?? {};
  const write = writer(desk, kept);
  const kind = held.kind ?? "personal";
  return html`<form class="panel" @submit=${(/** @type {Event} */ event) => send(event, desk)}>
    ${cards(desk, kind, write)}
    <div class="field">
      <label for="commit-text">${_("Je m’engage à")}</label>
      <textarea id="commit-text" rows="3" maxlength="5000" aria-describedby="commit-never" .value=${live(held.text ?? "")} @input=${write("text")}></textarea>
      ${never("commit-never")}
    </div>
    <div class="field">
      <label for="commit-by">${_("Avant le (facultatif)")}</label>
      <input id="commit-by" type="date" .value=${live(held.by ?? "")} @change=${write("by")} />
    </div>
    <div class="field">
      <label for="commit-need">${_("Ce dont j’ai besoin (facultatif)")}</label>
      <input id="commit-need" type="text" aria-describedby="commit-never" .value=${live(held.need ?? "")} @input=${write("need")} />
    </div>
    ${
      kind === "service"
        ? html`<p>
      <label class="choice">
        <input type="checkbox" .checked=${live(held.subject_to_hierarchy ?? true)} @change=${write("subject_to_hierarchy")} />
        ${_("Sous réserve de ma hiérarchie")}
      </label>
    </p>`
        : nothing
    }
    <button class="button button-main button-wide" type="submit">
      ${kind === "personal" ? _("Enregistrer mon engagement") : _("Enregistrer l’engagement du service")}
    </button>
  </form>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {(name: string) => (event: any) => void} write
 */
function cards(desk, kind, write) {
  const names = [
    ["personal", _("Personnel")],
    ["service", _("De service")],
  ];
  return html`<fieldset>
    <legend>${_("Quelle carte ?")}</legend>
    <div class="choices">
      ${names.map(
        ([one, name]) => html`<label class="choice">
          <input type="radio" name="commitment-kind" value=${one} .checked=${live(kind === one)} @change=${write("kind")} /> ${name}
        </label>`,
      )}
    </div>
    <p class="promise" aria-live="polite">${promise(desk, kind)}</p>
  </fieldset>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
function promise(desk, kind) {
  if (kind === "service") return _("Cette carte est reprise dans le suivi, au nom de votre service.");
  if (desk.shared)
    return _(
      "Ni l’animateur ni les documents ne montrent cette carte ; vous la retrouvez sur cet appareil, sous votre nom.",
    );
  return _("Cette carte ne revient qu’à vous : ni l’animateur ni les documents ne la montrent.");
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 */
function send(event, desk) {
  event.preventDefault();
  const kept = desk.draft("commitment");
  const held = kept.read() ?? {};
  const text = (held.text ?? "").trim();
  if (!text) {
    desk.toast(_("Écrivez d’abord quelques mots."));
    /** @type {any} */ (event.target).querySelector("textarea").focus();
    return;
  }
  const kind = held.kind ?? "personal";
  const reserved = kind === "service" && (held.subject_to_hierarchy ?? true);
  desk.keep("commitment.make", { ...held, text, kind, subject_to_hierarchy: reserved });
  kept.write({ kind });
  desk.draw();
}
