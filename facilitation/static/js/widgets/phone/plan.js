/** The draft plan read on a phone: a whole sheet, the one that the room reads now, the list of all. */
import { html, nothing } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { groups } from "./sheet-fields.js";

/**
 * A field's value in words; empty when there is nothing to read.
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 * @param {import("./sheet-fields.js").Field} field
 * @returns {string}
 */
export function words(desk, action, { name, shape }) {
  const value = action[name];
  if (!value?.length) return "";
  /** @type {Record<string, () => string>} */
  const told = {
    date: () => day(value),
    service: () => desk.service(value),
    level: () => nameOf("levels", value),
    policy: () => desk.room.get("policies", value)?.name ?? value,
    statement: () => desk.room.get("statements", value)?.subject ?? value,
    milestones: () => value.map(milestone).join("\n"),
    associates: () =>
      value.map((/** @type {any} */ one) => `${desk.service(one.service)} (${nameOf("roles", one.role)})`).join(", "),
  };
  return told[shape]?.() ?? value;
}

/**
 * @param {any} one
 * @param {number} place
 */
function milestone(one, place) {
  const rest = [one.responsible, one.due ? day(one.due) : ""].filter(Boolean).join(", ");
  return `${place + 1}. ${one.content}${rest ? ` (${rest})` : ""}`;
}

/**
 * A whole sheet, only what is filled.
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 */
export function reading(desk, action) {
  const lines = groups().flatMap((group) => group.fields.map((field) => [field.label, words(desk, action, field)]));
  return html`<dl class="sheet-read">
    ${lines.filter(([, text]) => text).map(([label, text]) => html`<dt>${label}</dt><dd><bdi>${text}</bdi></dd>`)}
  </dl>`;
}

/**
 * The sheet that the screen shows at this moment.
 * @param {import("./desk.js").Desk} desk
 */
export function readThrough(desk) {
  const screen = desk.room.all("screen")[0];
  const action = screen?.scene === "plan" ? desk.room.get("actions", screen.action) : undefined;
  if (!action || action.table === desk.room.boot.table) return nothing;
  return html`<section class="panel" aria-labelledby="read-title">
    <h2 id="read-title">${_("À l’écran : %(id)s", { id: action.id })}</h2>
    ${reading(desk, action)}
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
export function plan(desk) {
  const others = desk.room.all("actions").filter((one) => one.state === "live" && one.table !== desk.room.boot.table);
  if (!others.length) return nothing;
  return html`<details>
    <summary>${_("Le plan d’action proposé")}</summary>
    <p class="promise">${_("Document de travail : propositions des participants, sous réserve de validation par le préfet.")}</p>
    ${others.map(
      (one) => html`<details class="slip">
        <summary><span class="slip-number">${one.id}</span> ${one.title} <span class="small soft">${nameOf("statuses", one.status)}</span></summary>
        ${reading(desk, one)}
      </details>`,
    )}
  </details>`;
}
