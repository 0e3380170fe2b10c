/** The programme of the day, and where it has got to. */
import { formatClock, remaining } from "../../core/clock.js";
import { html, nothing } from "../../core/dom.js";
import { _, clockTime } from "../../core/i18n.js";

/**
 * @param {any} room
 * @param {boolean} closed a day that is over has no clock
 */
export function programme(room, closed) {
  const current = closed ? null : room.all("workshop")[0]?.step;
  const steps = [...room.all("steps")].sort((one, other) => one.position - other.position);
  return html`<section aria-labelledby="programme-title">
    <h2 id="programme-title">${_("Programme")}</h2>
    <ol class="programme">${steps.map((step) => line(room, step, step.id === current))}</ol>
  </section>`;
}

/**
 * @param {any} room
 * @param {any} step
 * @param {boolean} isCurrent
 */
function line(room, step, isCurrent) {
  const left = isCurrent ? remaining(step, room.now()) : null;
  return html`<li class="programme-step ${isCurrent ? "is-current" : ""}" aria-current=${isCurrent ? "step" : nothing}>
    <span class="programme-time">${step.starts == null ? "" : clockTime(step.starts)}</span>
    <span>${step.title}${step.state === "done" ? html` <span class="soft small">${_("terminée")}</span>` : nothing}</span>
    ${left === null ? nothing : html`<span class="programme-clock" role="timer">${formatClock(left)}</span>`}
  </li>`;
}
