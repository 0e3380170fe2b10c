/**
 * Déroulé: the running order with planned and lived times, and the step in hand: its instruction,
 * its note, its situations with the information still to be given.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, clockTime, n_, timeOfDay } from "../../core/i18n.js";
import { stepTemplate } from "./agenda-step.js";
import { drift, driftInWords, inOrder, timetable } from "./agenda-time.js";

/** The whole area. */
export function agendaArea(desk) {
  const { room } = desk;
  const steps = inOrder(room.all("steps"));
  const current = room.get("steps", room.all("workshop")[0]?.step);
  const chosen = room.get("steps", desk.view.step) ?? current ?? steps[0];
  return html`<div class="split split-agenda">
    <section class="panel" aria-labelledby="agenda-title">
      <header class="panel-head"><h1 id="agenda-title">${_("Déroulé")}</h1>${driftTemplate(room, steps)}</header>
      <ol class="steps">${repeat(
        timetable(steps, room.now()),
        (line) => line.step.id,
        (line) => lineTemplate(desk, line, chosen),
      )}</ol>
    </section>
    ${chosen ? stepTemplate(desk, chosen, current) : nothing}
  </div>`;
}

function driftTemplate(room, steps) {
  const found = drift(steps, room.now());
  const planned = steps.reduce((sum, step) => sum + step.minutes, 0);
  return html`<p class="panel-note"><strong>${driftInWords(found)}</strong>
    ${found?.since ? html` ${_("depuis le départ réel à %(time)s", { time: timeOfDay(found.since) })}` : nothing}
    <br><span class="soft">${n_("%(n)s séquence", "%(n)s séquences", steps.length, { n: steps.length })},
      ${_("%(time)s prévues", { time: clockTime(planned) })}</span></p>`;
}

const MARKS = { waiting: "", running: "▶", paused: "⏸", done: "✓" };

function lineTemplate(desk, { step, planned, lived, likely }, chosen) {
  const moved = likely && Math.abs(likely - planned) >= 120_000;
  const states = { waiting: _("à venir"), running: _("en cours"), paused: _("en pause"), done: _("terminée") };
  return html`<li class="step-line is-${step.state}" aria-current=${step.state === "running" || step.state === "paused" ? "step" : "false"}>
    <button class="step-open ${chosen?.id === step.id ? "is-open" : ""}" aria-pressed=${String(chosen?.id === step.id)} @click=${() => desk.look({ step: step.id })}>
      <span class="step-mark" title=${states[step.state]}><span aria-hidden="true">${MARKS[step.state]}</span><span class="visually-hidden">${states[step.state]}</span></span>
      <time class="step-time">${timeOfDay(planned)}</time>
      <span class="step-lived">${lived ? timeOfDay(lived) : moved ? html`<span class="soft">≈ ${timeOfDay(likely)}</span>` : nothing}</span>
      <span class="step-name">${step.title}</span>
      <span class="step-minutes">${_("%(n)s min", { n: step.minutes })}</span>
    </button>
  </li>`;
}
