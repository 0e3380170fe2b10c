/** The table's fiche-action, written field by field on any of its devices, with what became of each field. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { reading } from "./plan.js";
import { filled, groups } from "./sheet-fields.js";
import { editable } from "./sheet-input.js";
import { never } from "./standing.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
export function sheets(desk, saver) {
  const table = desk.room.boot.table;
  const own = desk.room.all("actions").filter((one) => one.table === table && one.state === "live");
  if (own.length) return own.map((action) => sheet(desk, saver, action));
  if (!desk.allows("sheet") || desk.step()?.state === "done") return nothing;
  return html`<section class="notice"><p>${_("L’animateur confie une fiche-action à votre table dans un instant ; elle s’ouvrira ici.")}</p></section>`;
}

/**
 * The rapporteur and the shared device write; the other phones read, and may help.
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 * @param {any} action
 */
function sheet(desk, saver, action) {
  const writes = desk.ui[`write.${action.id}`] ?? desk.isRapporteur();
  const turn = () => {
    desk.ui[`write.${action.id}`] = !writes;
    desk.draw();
  };
  return html`
    <section class="panel" aria-labelledby="sheet-${action.id}">
      <h2 id="sheet-${action.id}">${_("Notre fiche-action")} <span class="slip-number">${action.id}</span></h2>
      ${writes ? form(desk, saver, action) : reading(desk, action)}
      <button type="button" class="button" @click=${turn}>
        ${writes ? _("Relire la fiche entière") : _("Écrire sur la fiche")}
      </button>
    </section>
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
  const key = `part.${action.id}.${place}`;
  const toggled = (/** @type {any} */ event) => {
    desk.ui[key] = event.target.open;
  };
  const count = _("%(n)s sur %(all)s", { n: filled(action, group.fields), all: group.fields.length });
  return html`<details .open=${desk.ui[key] ?? place === 0} @toggle=${toggled}>
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
    theme ? _("Thème : %(name)s", { name: theme }) : "",
    action.score != null ? _("score %(n)s", { n: action.score }) : "",
    action.contributions?.length ? _("issue de %(list)s", { list: action.contributions.join(", ") }) : "",
  ].filter(Boolean);
  return parts.length ? html`<p class="small soft">${parts.join(" · ")}</p>` : nothing;
}
