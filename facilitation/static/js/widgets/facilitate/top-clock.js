/**
 * The clock of the running step and the writing window, as the head of the console shows them.
 */
import { formatClock, remaining } from "../../core/clock.js";
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { drift, driftInWords } from "./agenda-time.js";
import { toggleWriting } from "./gestures.js";

/** What phones may do without a writing window. */
const UNTIMED = ["vote", "sheet", "evaluation"];

/** Is the step running or paused? */
export const isLive = (step) => step?.state === "running" || step?.state === "paused";

/** The time left and how late the day is. */
export function clockTemplate(desk, step) {
  const now = desk.room.now();
  const left = remaining(step, now) ?? 0;
  const late = isLive(step) && left < 0;
  return html`<div class="head-time ${late ? "is-late" : ""} ${step.state === "paused" ? "is-paused" : ""}">
    <span class="clock" role="timer" aria-label=${_("Temps restant")}>${isLive(step) ? formatClock(left) : "-:-"}</span>
    <span class="head-drift">${clockWords(desk, step, late, now)}</span></div>`;
}

function clockWords(desk, step, late, now) {
  if (!isLive(step)) return _("séquence terminée");
  if (step.state === "paused") return _("en pause");
  const words = driftInWords(drift(desk.room.all("steps"), now));
  return late ? _("temps dépassé · %(words)s", { words }) : words;
}

/** Opens and closes the writing window; nothing where the step has nothing to write. */
export function writingTemplate(desk, step, now) {
  if (!step.writing_open && !step.allows.some((what) => !UNTIMED.includes(what))) return nothing;
  const left = step.writing_open && step.writing_ends_at ? step.writing_ends_at - now : null;
  return html`<button class="button button-small ${step.writing_open ? "is-on" : ""}" aria-pressed=${String(step.writing_open)}
    @click=${() => toggleWriting(desk)} title=${_("Touche W")}>${
      step.writing_open
        ? html`${_("Écriture ouverte")} <span class="clock-small">${left === null ? "" : formatClock(left)}</span>`
        : _("Ouvrir l’écriture")
    }</button>`;
}
