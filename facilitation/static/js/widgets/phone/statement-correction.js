/** A dire de l’État put better by its own table, whatever another hand wrote meanwhile. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { leaving, underWay } from "./standing.js";
import { complete, fields, inputs } from "./statement-form.js";

/**
 * The wording of one's own table; another hand's change comes first and both are shown.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
export function correction(desk, one) {
  const key = `statement.${one.id}`;
  const kept = desk.draft(key);
  const start = Object.fromEntries(fields().map(([name]) => [name, one[name]]));
  const toggled = (/** @type {any} */ event) => {
    if (event.target.open && kept.read() === null) kept.write({ ...start, base: one.v });
    desk.draw();
  };
  const cancel = () => {
    kept.clear();
    desk.draw();
  };
  const held = kept.read();
  const busy = isLeaving(desk, one);
  const moved = held && one.v > (held.base ?? 0);
  return html`<details .open=${held !== null} @toggle=${toggled}>
    <summary class="small">${_("Reformuler")}</summary>
    ${
      held === null
        ? nothing
        : html`<form @submit=${(/** @type {Event} */ event) => correct(event, desk, one)} aria-busy=${String(busy)}>
          ${moved ? html`<p class="notice">${_("Le texte ci-dessus a été changé depuis que vous écrivez ; le vôtre le remplacera.")}</p>` : nothing}
          ${inputs(desk, key, start)}
          ${leaving(desk, busy)}
          <div class="button-row">
            <button class="button button-main" type="submit">${_("Enregistrer cette rédaction")}</button>
            <button class="button" type="button" @click=${cancel}>${_("Annuler")}</button>
          </div>
        </form>`
    }
  </details>`;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
export async function correct(event, desk, one) {
  event.preventDefault();
  if (isLeaving(desk, one)) return;
  const kept = desk.draft(`statement.${one.id}`);
  const { base: _base, ...held } = kept.read() ?? {};
  if (!complete(desk, held)) return;
  const sending = desk.send("statement.edit", { statement: one.id, ...held }, { base: one.v });
  desk.draw();
  const answer = await sending;
  if (answer.code === "conflict") desk.toast(answer.message);
  if (answer.ok) {
    written(kept, held, answer.seq);
    desk.toast(_("Rédaction enregistrée."));
  }
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function isLeaving(desk, one) {
  return underWay(desk, "statement.edit", (payload) => payload.statement === one.id);
}

/**
 * What was sent is no draft any more; what was typed while it travelled is one, of the version just written.
 * @param {ReturnType<import("./desk.js").Desk["draft"]>} kept
 * @param {any} held as it was sent
 * @param {number} seq
 */
function written(kept, held, seq) {
  const now = kept.read();
  if (!now) return;
  if (fields().every(([name]) => (now[name] ?? "") === (held[name] ?? ""))) kept.clear();
  else kept.write({ ...now, base: seq });
}
