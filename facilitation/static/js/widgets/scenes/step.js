/** The current item of the running order: its instruction, and its clock, seen from the last row. */
import { formatClock, remaining, writingLeft } from "../../core/clock.js";
import { html, nothing } from "../../core/dom.js";
import { _, clockTime, n_ } from "../../core/i18n.js";
import { bodyHeight, LINE } from "./layout.js";
import { linesOf } from "./lines.js";
import { flow } from "./paging.js";
import { waiting } from "./parts.js";
import { paragraphs } from "./texts.js";

/** @typedef {import("./parts.js").Page} Page */

/** The width of the instruction beside the clock. */
const BESIDE = 1066;
const GAP = 30;

/** An instruction that fits on one page is set large; a longer one is paged. */
const LARGE = { size: 60, line: 78, name: "is-large" };
const PLAIN = { size: 44, line: LINE, name: "" };

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function stepScene(room, screen) {
  const step = room.get("steps", screen.step ?? room.all("workshop")[0]?.step);
  if (!step) return waiting(room.all("workshop")[0]?.title ?? "", _("La journée va commencer."));
  const head = { kicker: times(step), title: step.title, foot: written(room, step) };
  const texts = paragraphs({ label: "", text: step.instruction ?? "" });
  const face = heightOf(texts, LARGE) <= bodyHeight(head) ? LARGE : PLAIN;
  const pages = flow(texts, {
    width: BESIDE,
    height: bodyHeight(head),
    size: (_text, lines) => lines * face.line + GAP,
    face,
  });
  return (pages.length ? pages : [[]]).map((part) => ({ ...head, body: body(room, step, part, face) }));
}

/**
 * @param {import("./texts.js").Labelled[]} texts
 * @param {typeof LARGE} face
 */
function heightOf(texts, face) {
  return texts.reduce((sum, { text }) => sum + linesOf(text, BESIDE, face) * face.line + GAP, 0);
}

/** @param {any} step */
function times(step) {
  if (step.starts == null) return _("Séquence %(n)s", { n: step.position });
  const params = { n: step.position, from: clockTime(step.starts), to: clockTime(step.starts + step.minutes) };
  return _("Séquence %(n)s, de %(from)s à %(to)s", params);
}

/**
 * @param {any} room
 * @param {any} step
 * @param {import("./texts.js").Labelled[]} texts
 * @param {typeof LARGE} face
 */
function body(room, step, texts, face) {
  return html`<div class="stage-split">
    <div class="stage-text ${face.name}">${texts.map(({ text }) => html`<p>${text}</p>`)}</div>
    ${clock(room, step)}
  </div>`;
}

/**
 * @param {any} room
 * @param {any} step
 */
function clock(room, step) {
  const left = remaining(step, room.now());
  const writing = writingLeft(step, room.now());
  return html`<div class="stage-clock">
    ${left === null ? html`<p class="stage-planned">${n_("%(n)s minute", "%(n)s minutes", step.minutes, { n: step.minutes })}</p>` : html`<p class="stage-digits ${left < 0 ? "is-over" : ""}">${formatClock(left)}</p>`}
    <p class="stage-state">${stateOf(step, left)}</p>
    ${step.writing_open ? html`<p class="stage-writing">${_("Vous pouvez écrire")}${writing === null ? nothing : html`<br><strong>${formatClock(writing)}</strong>`}</p>` : nothing}
  </div>`;
}

/**
 * @param {any} step
 * @param {number|null} left
 */
function stateOf(step, left) {
  if (step.state === "paused") return _("en pause");
  if (step.state === "done") return _("terminée");
  if (left === null) return _("à venir");
  return left < 0 ? _("temps dépassé") : _("restantes");
}

/**
 * How many contributions there are while the room writes, of how many tables; never who.
 * @param {any} room
 * @param {any} step
 */
function written(room, step) {
  if (!step.writing) return "";
  const tables = room.all("tables").filter((/** @type {any} */ one) => one.contributions > 0);
  const sum = tables.reduce((/** @type {number} */ all, /** @type {any} */ one) => all + one.contributions, 0);
  return sum ? n_("%(n)s contribution dans la salle", "%(n)s contributions dans la salle", sum, { n: sum }) : "";
}
