/** Paper ballots typed in by the rapporteur: counted in the same vote and declared as such. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { ballotLines } from "./ballot-lines.js";
import { folding } from "./standing.js";

const MOST = 200;

/** @param {import("./desk.js").Desk} desk */
export function papers(desk) {
  const ballot = desk.room.all("ballots").find((one) => one.state === "open");
  if (!ballot || !desk.isRapporteur()) return nothing;
  const kept = desk.draft(`entering.${ballot.id}`);
  const { number = 1, choices = {} } = kept.read() ?? {};
  const write = (/** @type {any} */ given) => {
    kept.write({ number, choices, ...(kept.read() ?? {}), ...given });
    desk.draw();
  };
  const changing = (/** @type {(now: Record<string, number>) => Record<string, number>} */ change) =>
    write({ choices: change(kept.read()?.choices ?? {}) });
  const numbered = (/** @type {any} */ event) => {
    write({ number: Math.min(MOST, Math.max(1, Math.trunc(Number(event.target.value)) || 1)) });
  };
  const blank = !Object.keys(choices).length;
  const fold = folding(desk, "papers");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${_("Saisir un bulletin papier")}</summary>
    <p class="promise">${_("Numérotez les bulletins papier de la table : un numéro n’est compté qu’une fois. Le compte rendu dit combien ont été saisis.")}</p>
    <div class="field">
      <label for="paper-number">${_("Numéro du bulletin")}</label>
      <input id="paper-number" type="number" inputmode="numeric" min="1" max=${MOST} .value=${live(String(number))} @change=${numbered} />
    </div>
    ${ballotLines({ ...ballot, id: `papier-${ballot.id}` }, ballot.options, choices, changing)}
    <button type="button" class="button button-main button-wide" @click=${() => enter(desk, ballot, number, choices)}>
      ${blank ? _("Enregistrer un bulletin blanc") : _("Enregistrer ce bulletin")}
    </button>
    ${refused(desk, ballot)}
  </details>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {number} number
 * @param {Record<string, number>} choices
 */
function enter(desk, ballot, number, choices) {
  const voter = `paper/${desk.room.boot.table}/${number}`;
  const paper = { ballot: ballot.id, paper_key: newKey(), choices, voter };
  desk.outbox.add("ballot.cast", paper, { who: desk.who(), fleeting: true, number });
  desk.draft(`entering.${ballot.id}`).write({ number: Math.min(MOST, number + 1), choices: {} });
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function refused(desk, ballot) {
  const entries = desk.outbox
    .entries()
    .filter(
      (one) =>
        one.name === "ballot.cast" && one.payload.voter && one.payload.ballot === ballot.id && one.state !== "saved",
    );
  return entries.map(
    (one) => html`<p class="receipt">
      <span class="state state-${one.state}">${_("Bulletin %(n)s", { n: one.meta.number })}</span>
      ${one.code === "already_voted" ? _("Ce numéro a déjà été saisi.") : (one.message ?? _("envoi en cours"))}
      ${
        one.state === "refused"
          ? html`<button type="button" class="button button-quiet button-small" @click=${() => desk.outbox.forget(one.key)}>${_("Effacer")}</button>`
          : nothing
      }
    </p>`,
  );
}
