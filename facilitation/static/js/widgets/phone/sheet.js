/** The table's fiche-action, written field by field on any of its devices, with what became of each field. */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { reading } from "./plan.js";
import { groups } from "./sheet-fields.js";
import { editable } from "./sheet-input.js";
import { filled } from "./sheet-values.js";
import { folding, never } from "./standing.js";

/**
 * The one thing to do while the step is about sheets.
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
export function sheets(desk, saver) {
  if (!desk.allows("sheet")) return nothing;
  const own = ownSheets(desk);
  if (own.length) return own.map((action) => panel(desk, saver, action));
  if (desk.step()?.state === "done") return nothing;
  return html`<section class="notice"><p>${_("L’animateur confie une fiche-action à votre table dans un instant ; elle s’ouvrira ici.")}</p></section>`;
}

/**
 * In other steps the table's sheet stays at hand, folded.
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
export function sheetsAtHand(desk, saver) {
  if (desk.allows("sheet") && desk.workshop()?.state !== "closed") return nothing;
  return ownSheets(desk).map((action) => {
    const fold = folding(desk, `sheet.${action.id}`);
    return html`<details .open=${fold.open} @toggle=${fold.toggled}>
      <summary>${_("Notre fiche-action %(id)s", { id: action.id })}</summary>
      ${fold.open ? sheet(desk, saver, action) : nothing}
    </details>`;
  });
}

/** @param {import("./desk.js").Desk} desk */
function ownSheets(desk) {
  const table = desk.room.boot.table;
  return desk.room.all("actions").filter((one) => one.table === table && one.state === "live");
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 * @param {any} action
 */
function panel(desk, saver, action) {
  return html`<section class="panel" aria-labelledby="sheet-${action.id}">
    <h2 id="sheet-${action.id}">${_("Notre fiche-action")} <span class="slip-number">${action.id}</span></h2>
    ${sheet(desk, saver, action)}
  </section>`;
}

/**
 * The rapporteur and the shared device write; the other phones read, and may help.
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 * @param {any} action
 */
function sheet(desk, saver, action) {
  const closed = desk.workshop()?.state === "closed";
  const writes = !closed && (desk.ui[`write.${action.id}`] ?? desk.isRapporteur());
  const turn = () => {
    desk.ui[`write.${action.id}`] = !writes;
    desk.draw();
  };
  const words = writes ? _("Relire la fiche entière") : _("Écrire sur la fiche");
  return html`
    ${writes ? form(desk, saver, action) : reading(desk, action)}
    ${closed ? nothing : html`<button type="button" class="button" @click=${turn}>${words}</button>`}
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 * @param {any} action
 */
function form(desk, saver, action) {
  return html`<p class="soft">${_("Chaque champ s’enregistre de lui-même. Toute la table peut écrire, chacun sur son appareil.")}</p>
    ${never(`never-${action.id}`)} ${sources(desk, action)} ${groups().map((group, place) => part(desk, saver, action, group, place))}`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 * @param {any} action
 * @param {ReturnType<typeof groups>[number]} group
 * @param {number} place
 */
function part(desk, saver, action, group, place) {
  const fold = folding(desk, `part.${action.id}.${place}`, place === 0);
  const count = _("%(n)s sur %(all)s", { n: filled(action, group.fields), all: group.fields.length });
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${group.title} <span class="soft small">${count}</span></summary>
    ${group.fields.map((field) => editable(desk, saver, action, field))}
  </details>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 */
function sources(desk, action) {
  const theme = desk.room.get("themes", action.theme)?.name;
  const parts = [
    theme ? _("Thème : %(name)s", { name: theme }) : "",
    action.score != null ? n_("%(n)s gommette", "%(n)s gommettes", action.score, { n: action.score }) : "",
    action.contributions?.length ? _("issue de %(list)s", { list: action.contributions.join(", ") }) : "",
  ].filter(Boolean);
  return parts.length ? html`<p class="small soft">${parts.join(" · ")}</p>` : nothing;
}
