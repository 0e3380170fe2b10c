/**
 * A fiche-action in hand: every field saves itself when left, with the version that was there when
 * the hand came; two hands on two fields never collide, two on one field are shown both texts.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { bound, choice } from "./bits.js";
import { parts, versionOf } from "./sheet-fields.js";
import { associatesTemplate, milestonesTemplate } from "./sheet-lists.js";
import { pairs, recordPairs, serviceName, tableName, themes, word } from "./words.js";

/** Save one field; `element` keeps what was typed until the server has it. */
export async function saveField(desk, action, name, value, element = null) {
  if (JSON.stringify(value) === JSON.stringify(action[name] ?? "")) return;
  if (element) element.dataset.dirty = "yes";
  const base = Number(element?.dataset.base ?? versionOf(action, name));
  const answer = await desk.act(
    "action.edit",
    { action: action.id, field: name, value },
    {
      base,
      onConflict: ({ current }) => conflict(desk, current ?? action, name, value),
    },
  );
  // A field that was refused keeps what was typed: nothing is lost under the hand.
  if (element && (answer?.ok || answer?.code === "conflict")) delete element.dataset.dirty;
  desk.redraw();
}

function conflict(desk, current, name, value) {
  const label =
    parts()
      .flatMap(([, fields]) => fields)
      .find(([field]) => field === name)?.[1] ?? name;
  const words = (one) => (typeof one === "string" ? one : JSON.stringify(one));
  const mine = async () => {
    desk.close();
    await desk.act("action.edit", { action: current.id, field: name, value }, { base: versionOf(current, name) });
  };
  desk.open(
    _("%(id)s : %(label)s a été modifié entre-temps", { id: current.id, label }),
    () => html`
    <div class="versions"><section><h3>${_("Texte actuel")}</h3><p class="block-text">${words(current[name]) || "-"}</p></section>
      <section><h3>${_("Votre texte")}</h3><p class="block-text">${words(value) || "-"}</p></section></div>
    <div class="dialog-foot"><button class="button" autofocus @click=${desk.close}>${_("Garder le texte actuel")}</button>
      <button class="button button-main" @click=${mine}>${_("Mettre le mien")}</button></div>`,
  );
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
      <p class="panel-note">${action.table ? _("rédigée par la %(table)s", { table: tableName(room.get("tables", action.table)).toLowerCase() }) : _("rédigée par les animateurs")}
        ${action.score === null ? nothing : html`, ${n_("%(n)s gommette au vote", "%(n)s gommettes au vote", action.score, { n: action.score })}`}</p>
      <button class="button button-small button-quiet" @click=${drop}>${_("Abandonner cette fiche")}</button></header>
    ${parts().map(
      ([title, fields], index) => html`<details class="sheet-part" ?open=${index < 3}><summary>${title}</summary>
      <div class="sheet-grid">${fields.map(([name, label, kind]) => fieldTemplate(desk, action, name, label, kind))}</div></details>`,
    )}
  </section>`;
}

function lists(room, kind) {
  switch (kind) {
    case "themes":
      return recordPairs(themes(room), (one) => `${one.letter}. ${one.name}`);
    case "policies":
      return recordPairs(room.all("policies"), (one) => one.name);
    case "services":
      return recordPairs(room.all("services"), (one) => serviceName(room, one.id));
    case "statements":
      return recordPairs(
        room.all("statements").filter((one) => one.state !== "removed"),
        (one) => `${one.id}, ${one.subject}`,
      );
    case "level":
      return pairs("level", room.all("workshop")[0]?.levels);
    default:
      return pairs("status");
  }
}

function fieldTemplate(desk, action, name, label, kind) {
  if (kind === "milestones") return milestonesTemplate(desk, action, label);
  if (kind === "associates") return associatesTemplate(desk, action, label);
  const save = (event, value) => saveField(desk, action, name, value, event.target);
  const text = (event) => save(event, event.target.value.trim());
  const typing = (event) => {
    event.target.dataset.dirty = "yes";
  };
  const keep = bound(action[name], versionOf(action, name));
  const field = (control, wide = false) =>
    html`<label class="field ${wide ? "field-wide" : ""}"><span class="field-label">${label}</span>${control}</label>`;
  if (kind === "text")
    return field(html`<textarea rows="2" ${keep} @input=${typing} @change=${text}></textarea>`, true);
  if (kind === "line")
    return field(
      html`<input type="text" ${keep} ?required=${name === "title"} @input=${typing} @change=${text}>`,
      name === "title",
    );
  if (kind === "date") return field(html`<input type="date" ${keep} @input=${typing} @change=${text}>`);
  if (kind === "ids" || kind === "cases") return sourcesTemplate(desk, action, name, label, kind);
  const list = lists(desk.room, kind);
  const empty = name === "status" ? null : _("non renseigné");
  return field(
    html`${choice({ value: action[name], list, empty, pick: (value) => saveField(desk, action, name, value || null) })}`,
  );
}

/** Numbers of contributions or situations, written as a list; unknown ones are refused by name. */
function sourcesTemplate(desk, action, name, label, kind) {
  const list = action[name] ?? [];
  if (kind === "cases") {
    const flip = (id, on) => saveField(desk, action, name, on ? [...list, id] : list.filter((one) => one !== id));
    return html`<fieldset class="checks field-wide"><legend>${label}</legend>${[...desk.room.all("cases")]
      .sort((a, b) => a.number - b.number)
      .map(
        (one) => html`<label class="check">
      <input type="checkbox" .checked=${list.includes(one.id)} @change=${(event) => flip(one.id, event.target.checked)}> ${one.number}. ${one.title}</label>`,
      )}</fieldset>`;
  }
  const save = (event) =>
    saveField(
      desk,
      action,
      name,
      event.target.value
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
      event.target,
    );
  const texts = list.map((id) => desk.room.get("contributions", id)).filter(Boolean);
  return html`<label class="field field-wide"><span class="field-label">${label}</span>
      <input type="text" ${bound(list.join(", "), versionOf(action, name))} @change=${save}></label>
    ${
      texts.length
        ? html`<details class="field-wide"><summary>${n_("%(n)s texte d’origine", "%(n)s textes d’origine", texts.length, { n: texts.length })}</summary>
      <ul class="sources">${texts.map((one) => html`<li><strong>${one.id}</strong> ${one.text} <span class="soft">${word("kind", one.kind)}</span></li>`)}</ul></details>`
        : nothing
    }`;
}
