/**
 * A fiche-action in hand: every field saves itself when left, with the version that was there when
 * the hand came; two hands on two fields never collide, two on one field are shown both texts.
 */
import { html } from "../../core/dom.js";
import { _, moment, n_ } from "../../core/i18n.js";
import { fieldTemplate } from "./sheet-field.js";
import { parts } from "./sheet-fields.js";
import { inWords } from "./sheet-history.js";
import { tableName } from "./words.js";

/** Who writes the sheet, and what the vote gave its theme. */
function byWhom(room, action) {
  const table = action.table ? tableName(room.get("tables", action.table)).toLowerCase() : "";
  const writer = table ? _("rédigée par la %(table)s", { table }) : _("rédigée par les animateurs");
  if (action.score === null) return writer;
  return `${writer}, ${n_("%(n)s gommette au vote", "%(n)s gommettes au vote", action.score, { n: action.score })}`;
}

/** What happened to the sheet, the latest first. */
function historyTemplate(room, action) {
  const lines = [...(action.history ?? [])].reverse();
  return html`<details class="sheet-part sheet-history"><summary>${_("Historique")}</summary>
    <ol class="plain-list" reversed>${lines.map((line) => html`<li><span class="soft">${moment(line.at)}</span> ${inWords(room, line)}</li>`)}</ol></details>`;
}

/** The sheet. */
export function sheetTemplate(desk, action) {
  const { room } = desk;
  const drop = async () => {
    const answer = await desk.act(
      "action.drop",
      { action: action.id },
      { say: _("%(id)s abandonnée ; le bouton Annuler la rétablit", { id: action.id }) },
    );
    if (answer?.ok) desk.look({ action: null });
  };
  return html`<section class="panel panel-side sheet" aria-labelledby="sheet-title">
    <header class="panel-head"><h2 id="sheet-title">${action.id}</h2>
      <span class="badge">${_("version %(n)s", { n: action.version })}</span>
      <p class="panel-note">${byWhom(room, action)}</p>
      <button class="button button-small button-quiet" @click=${drop}>${_("Abandonner cette fiche")}</button></header>
    ${parts().map(
      ([title, fields], index) => html`<details class="sheet-part" ?open=${index < 3}><summary>${title}</summary>
      <div class="sheet-grid">${fields.map(([name, label, kind]) => fieldTemplate(desk, action, name, label, kind))}</div></details>`,
    )}
    ${historyTemplate(room, action)}
  </section>`;
}
