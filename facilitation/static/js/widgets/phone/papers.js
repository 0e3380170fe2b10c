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
  const { number = 1, choices = {}, typed = String(number) } = kept.read() ?? {};
  const write = (/** @type {any} */ given) => {
    kept.write({ number, choices, ...(kept.read() ?? {}), ...given });
    desk.draw();
  };
  const changing = (/** @type {(now: Record<string, number>) => Record<string, number>} */ change) =>
    write({ choices: change(kept.read()?.choices ?? {}) });
  // Kept as it is typed: the page is drawn at any moment, and must not take a digit back.
  const typing = (/** @type {any} */ event) => kept.write({ ...(kept.read() ?? {}), typed: event.target.value });
  const numbered = (/** @type {any} */ event) => write({ number: numberOf(event.target.value), typed: undefined });
  const blank = !Object.keys(choices).length;
  const fold = folding(desk, "papers");
  return html`<details ?inert=${desk.room.stale} .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${_("Saisir un bulletin papier")}</summary>
    <p class="promise">${_("Numérotez les bulletins papier de la table : un numéro n’est compté qu’une fois. Le compte rendu dit combien ont été saisis.")}</p>
    <div class="field">
      <label for="paper-number">${_("Numéro du bulletin")}</label>
      <input id="paper-number" type="number" inputmode="numeric" min="1" max=${MOST} .value=${live(typed)} @input=${typing} @change=${numbered} />
    </div>
    ${ballotLines({ ...ballot, id: `papier-${ballot.id}` }, ballot.options, choices, changing)}
    <button type="button" class="button button-main button-wide" @click=${(/** @type {any} */ event) => {
      event.target.closest("details").querySelector("summary").focus();
      fold.toggled({ target: { open: false } });
      enter(desk, ballot);
    }}>
      ${blank ? _("Enregistrer un bulletin blanc") : _("Enregistrer ce bulletin")}
    </button>
  </details>
  ${fates(desk, ballot)}`;
}

/** @param {string} text */
function numberOf(text) {
  return Math.min(MOST, Math.max(1, Math.trunc(Number(text)) || 1));
}

/**
 * What stands in the draft, not what was last drawn: a number may have been typed just before.
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function enter(desk, ballot) {
  if (desk.room.stale) return;
  const kept = desk.draft(`entering.${ballot.id}`);
  const { number: last = 1, choices = {}, typed } = kept.read() ?? {};
  const number = typed === undefined ? last : numberOf(typed);
  const voter = `paper/${desk.room.boot.table}/${number}`;
  const paper = { ballot: ballot.id, paper_key: newKey(), choices, voter };
  desk.outbox.add("ballot.cast", paper, { who: desk.who(), fleeting: desk.shared, number });
  kept.write({ number: Math.min(MOST, number + 1), choices: {}, entered: number });
  desk.draw();
}

/**
 * Below the fold, which closes on each paper: what waits or was refused; else the last that was saved.
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function fates(desk, ballot) {
  const kept = desk.draft(`entering.${ballot.id}`);
  const { entered, ...rest } = kept.read() ?? {};
  const forget = (/** @type {any} */ one) => {
    if (one.meta.number === entered) kept.write(rest);
    desk.outbox.forget(one.key);
  };
  const entries = desk.outbox
    .entries()
    .filter(
      (one) =>
        one.name === "ballot.cast" && one.payload.voter && one.payload.ballot === ballot.id && one.state !== "saved",
    );
  if (!entries.length && entered)
    return html`<p class="receipt" role="status"><span class="state state-saved">${_("Bulletin %(n)s enregistré", { n: entered })}</span></p>`;
  return entries.map(
    (one) => html`<p class="receipt">
      <span class="state state-${one.state}">${_("Bulletin %(n)s", { n: one.meta.number })}</span>
      ${one.code === "already_voted" ? _("Ce numéro a déjà été saisi.") : (one.message ?? _("envoi en cours"))}
      ${
        one.state === "refused"
          ? html`<button type="button" class="button button-quiet button-small" @click=${() => forget(one)}>${_("Effacer")}</button>`
          : nothing
      }
    </p>`,
  );
}
