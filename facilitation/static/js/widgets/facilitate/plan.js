/**
 * Plan d'action: the themes as voted, a draft sheet from each in one gesture, the sheets with the
 * table that writes them, and the sheet in hand.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { choice, field, formFoot, onSubmit, options } from "./bits.js";
import { sheetTemplate } from "./sheet.js";
import { completeness } from "./sheet-fields.js";
import { indicative } from "./vote-results.js";
import { recordPairs, tableName, tables, themes, word } from "./words.js";

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

/** A new sheet with a title of its own. */
export function newAction(desk) {
  const save = async ({ title, table }) => {
    const answer = await desk.act("action.create", { title: title.trim(), table: table || null });
    if (answer?.ok) desk.look({ action: answer.result.id, dialog: null });
  };
  desk.open(
    _("Nouvelle fiche-action"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Intitulé (un verbe, un objet)"), html`<input type="text" name="title" required maxlength="200" autofocus>`)}
    ${field(_("Table qui rédige"), html`<select name="table">${options(recordPairs(tables(desk.room), tableName), "", _("les animateurs"))}</select>`)}
    ${formFoot(desk, _("Créer la fiche"))}</form>`,
  );
}

/** One gesture: a draft sheet from a theme, given to the first table that writes none. */
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
  for (const [index, { theme }] of wanted.entries()) {
    const answer = await desk.act("action.create", { theme: theme.id, table: free[index].id });
    if (!answer?.ok) return;
  }
  desk.toast(
    n_("%(n)s fiche confiée à sa table", "%(n)s fiches confiées aux tables", wanted.length, { n: wanted.length }),
  );
}

function freeTables(room) {
  const writing = new Set(sheets(room).map((one) => one.table));
  return tables(room).filter((table) => !writing.has(table.id));
}

/** The whole area. */
export function planArea(desk) {
  const { room, view } = desk;
  const list = sheets(room);
  const chosen = list.find((one) => one.id === view.action) ?? null;
  return html`<div class="split split-plan">
    <section aria-labelledby="plan-title">
      <header class="panel-head"><h1 id="plan-title">${_("Plan d’action")}</h1>
        <div class="row"><button class="button button-small" @click=${() => newAction(desk)}>${_("Nouvelle fiche")}</button>
          <button class="button button-small" ?disabled=${!list.length} @click=${() => desk.act("screen.show", { scene: "plan" })}>${_("Relecture à l’écran")}</button></div></header>
      ${themesTemplate(desk, list)}
      ${
        list.length
          ? html`<h2 class="block-title">${_("Fiches, dans l’ordre de relecture")}</h2>
        <ol class="sheet-list">${repeat(
          list,
          (one) => one.id,
          (one, index) => lineTemplate(desk, one, chosen, index),
        )}</ol>`
          : html`<p class="empty-note">${_("Aucune fiche. Partez d’un thème : la fiche reprend ses contributions, ses tables, les services et le niveau exprimés.")}</p>`
      }
    </section>
    ${chosen ? sheetTemplate(desk, chosen) : html`<section class="panel panel-side"><p class="soft">${_("Choisissez une fiche pour la compléter.")}</p></section>`}
  </div>`;
}

function themesTemplate(desk, list) {
  const voted = votedThemes(desk.room).filter(({ theme }) => !list.some((one) => one.theme === theme.id));
  if (!voted.length) return nothing;
  const free = freeTables(desk.room);
  return html`<section class="panel" aria-labelledby="from-themes"><header class="panel-head"><h2 id="from-themes">${_("Thèmes sans fiche")}</h2>
      ${free.length ? html`<button class="button button-small button-main" @click=${() => forAllTables(desk)}>${_("Une fiche par table, dans l’ordre du vote")}</button>` : nothing}</header>
    <ul class="theme-lines">${repeat(
      voted,
      ({ theme }) => theme.id,
      ({ theme, score }) => html`<li class="theme-line">
      <span class="theme-chip theme-${theme.color}">${theme.letter}. ${theme.name}</span>
      <span class="soft">${score === null ? _("non soumis au vote") : n_("%(n)s gommette", "%(n)s gommettes", score, { n: score })}</span>
      <button class="button button-small" @click=${() => fromTheme(desk, theme, free[0]?.id)}>${free[0] ? _("Fiche pour la table %(n)s", { n: free[0].number }) : _("Créer la fiche")}</button></li>`,
    )}</ul>
    ${voted.some(({ score }) => score !== null) ? html`<p class="indicative">${indicative(desk.room)}</p>` : nothing}</section>`;
}

function lineTemplate(desk, one, chosen, index) {
  const { filled, total } = completeness(one);
  const onScreen = desk.room.all("screen")[0];
  return html`<li class="sheet-line ${chosen?.id === one.id ? "is-open" : ""} ${desk.journal.recent(`actions/${one.id}`) ? "is-theirs" : ""}">
    <button class="sheet-open" aria-pressed=${String(chosen?.id === one.id)} @click=${() => desk.look({ action: one.id })}>
      <span class="sheet-number">${one.id}</span> <span class="sheet-title">${one.title}</span>
      <span class="soft">${word("status", one.status)}, ${_("%(filled)s champs sur %(total)s", { filled, total })}</span></button>
    <label class="sheet-table"><span class="visually-hidden">${_("Table qui rédige %(id)s", { id: one.id })}</span>
      ${choice({
        value: one.table,
        list: recordPairs(tables(desk.room), tableName),
        empty: _("les animateurs"),
        pick: (table) => desk.act("action.give", { action: one.id, table: table || null }),
      })}</label>
    <button class="button button-small ${onScreen?.action === one.id ? "is-on" : ""}" @click=${() => desk.act("screen.show", { scene: "plan", action: one.id, page: index })}>${_("À l’écran")}</button>
  </li>`;
}
