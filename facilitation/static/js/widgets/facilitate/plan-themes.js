/**
 * From the themes as voted to draft sheets, one gesture each, or one for all the tables.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { turns } from "./plan-turns.js";
import { indicative } from "./vote-results.js";
import { tables, themes } from "./words.js";

/** The live sheets, in order of number. */
export function sheets(room) {
  return room
    .all("actions")
    .filter((one) => one.state === "live")
    .sort((a, b) => a.id.localeCompare(b.id, "fr", { numeric: true }));
}

/** The live themes with the score of the latest closed vote on themes, best first. */
export function votedThemes(room) {
  const ballot = [...room.all("ballots")]
    .reverse()
    .find((one) => one.state === "closed" && one.subject === "themes" && one.tally);
  const totals = new Map((ballot?.tally.scores ?? []).map((score) => [score.option, score.total]));
  return themes(room)
    .map((theme) => ({ theme, score: totals.get(theme.id) ?? null }))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
}

/** One gesture: a draft sheet from a theme, given to the table whose turn it is. */
async function fromTheme(desk, theme, table) {
  const answer = await desk.act("action.create", { theme: theme.id, table: table || null });
  if (answer?.ok) desk.look({ action: answer.result.id });
}

/** One gesture: a sheet for each table, from the themes in the order of the vote. */
async function forAllTables(desk) {
  const free = freeTables(desk.room);
  const wanted = votedThemes(desk.room)
    .filter(({ theme }) => !sheets(desk.room).some((one) => one.theme === theme.id))
    .slice(0, free.length);
  const proposed = proposals(desk.room, wanted);
  for (const [index, { theme }] of wanted.entries()) {
    const answer = await desk.act("action.create", { theme: theme.id, table: proposed.get(theme.id)?.id ?? null });
    if (!answer?.ok) return;
    if (!index) desk.look({ action: answer.result.id });
  }
  desk.toast(
    n_("%(n)s fiche confiée à sa table", "%(n)s fiches confiées aux tables", wanted.length, { n: wanted.length }),
  );
}

function freeTables(room) {
  const writing = new Set(sheets(room).map((one) => one.table));
  return tables(room).filter((table) => !writing.has(table.id));
}

/** A free table for each of these themes; none is twice in turn before all were once. */
function proposals(room, list) {
  return turns(
    list.map(({ theme }) => theme),
    freeTables(room),
    room.all("contributions"),
  );
}

function scoreInWords(room, score) {
  if (score !== null) return n_("%(n)s gommette", "%(n)s gommettes", score, { n: score });
  const voting = room.all("ballots").some((one) => one.state === "open" && one.subject === "themes");
  return voting ? _("vote en cours") : _("pas encore soumis au vote");
}

/** The themes that have no sheet yet, best score first. */
export function themesTemplate(desk, list) {
  const voted = votedThemes(desk.room).filter(({ theme }) => !list.some((one) => one.theme === theme.id));
  if (!voted.length) return nothing;
  const proposed = proposals(desk.room, voted);
  const scored = voted.some(({ score }) => score !== null);
  return html`<section class="panel" aria-labelledby="from-themes"><header class="panel-head"><h2 id="from-themes">${_("Thèmes sans fiche")}</h2>
      ${proposed.size ? html`<button class="button button-small ${scored ? "button-main" : ""}" @click=${() => forAllTables(desk)}>${scored ? _("Une fiche par table, dans l’ordre du vote") : _("Une fiche par table, dans l’ordre du tableau")}</button>` : nothing}</header>
    <ul class="theme-lines">${repeat(
      voted,
      ({ theme }) => theme.id,
      ({ theme, score }) => html`<li class="theme-line">
      <p class="theme-${theme.color}"><span class="theme-mark">${theme.letter}</span> <strong>${theme.name}</strong>
        <span class="soft">${scoreInWords(desk.room, score)}</span></p>
      ${createTemplate(desk, theme, proposed.get(theme.id))}</li>`,
    )}</ul>
    ${scored ? html`<p class="indicative">${indicative(desk.room)}</p>` : nothing}</section>`;
}

function createTemplate(desk, theme, table) {
  return html`<button class="button button-small" @click=${() => fromTheme(desk, theme, table?.id)}>${
    table ? _("Fiche pour la table %(n)s", { n: table.number }) : _("Créer la fiche")
  }</button>`;
}
