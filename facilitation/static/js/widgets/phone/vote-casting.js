/** Handing in a paper: the button that casts it, and where the paper is. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { cast } from "./vote-box.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 * @param {ReturnType<typeof import("./ballot-choices.js").stateOf>} state
 * @param {any} entry
 */
export function casting(desk, ballot, held, state, entry) {
  if (state === "cast" || state === "phone") return where(desk, ballot, held, state, entry);
  const rates = ballot.method === "rating";
  const some = Object.keys(held.choices ?? {}).length > 0 || (held.remark ?? "").trim() !== "";
  const first = rates ? _("Remettre mon avis") : _("Déposer mon bulletin");
  const label = state === "changed" ? _("Remplacer mon bulletin") : first;
  const told =
    state === "changed"
      ? _("Le bulletin déposé auparavant compte tant que vous ne l’avez pas remplacé.")
      : (entry?.message ?? "");
  return html`<p role="status">${told}</p>
    <div class="button-row">
      ${
        some
          ? html`<button type="button" class="button button-main button-wide" @click=${() => cast(desk, ballot)}>${label}</button>`
          : html`<button type="button" class="button button-wide" @click=${() => cast(desk, ballot)}>${rates ? _("Rendre une fiche blanche") : _("Voter blanc")}</button>`
      }
    </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 * @param {string} state
 * @param {any} entry
 */
function where(desk, ballot, held, state, entry) {
  const blank = !Object.keys(held.sent.choices ?? {}).length && !held.hidden;
  const there = blank ? _("Votre vote blanc est enregistré.") : _("Votre bulletin est enregistré.");
  const words =
    state === "phone" ? (entry?.message ?? _("Votre bulletin est sur cet appareil, envoi en cours.")) : there;
  const again = () => {
    desk.draft(`paper.${ballot.id}`).write({ key: held.key, sent: {}, again: true });
    desk.draw();
  };
  return html`<p class="notice ${state === "cast" ? "notice-done" : ""}" role="status">${words}</p>
    ${held.hidden ? html`<button type="button" class="button" @click=${again}>${_("Refaire mon bulletin")}</button>` : nothing}`;
}
