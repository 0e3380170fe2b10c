/**
 * Plan d'action: the themes as voted, a draft sheet from each in one gesture, the sheets with the
 * table that writes them, and the sheet in hand.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { choice, field, formFoot, onSubmit, options } from "./bits.js";
import { sheets, themesTemplate } from "./plan-themes.js";
import { sheetTemplate } from "./sheet.js";
import { completeness } from "./sheet-fields.js";
import { recordPairs, tableName, tables, word } from "./words.js";

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
          (one) => lineTemplate(desk, one, chosen),
        )}</ol>`
          : html`<p class="empty-note">${_("Aucune fiche. Partez d’un thème : la fiche reprend ses contributions, ses tables, les services et le niveau exprimés.")}</p>`
      }
    </section>
    ${chosen ? sheetTemplate(desk, chosen) : list.length ? html`<section class="panel panel-side"><p class="soft">${_("Choisissez une fiche pour la compléter.")}</p></section>` : nothing}
  </div>`;
}

function lineTemplate(desk, one, chosen) {
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
    <button class="button button-small ${onScreen?.action === one.id ? "is-on" : ""}" @click=${() => desk.act("screen.show", { scene: "plan", action: one.id })}>${_("À l’écran")}</button>
  </li>`;
}
