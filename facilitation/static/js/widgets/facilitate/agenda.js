/**
 * Déroulé: the running order with planned and lived times, and the step in hand: its instruction,
 * its note, its situations with the information still to be given.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_, timeOfDay } from "../../core/i18n.js";
import { openCaseForm, openStepForm } from "./agenda-forms.js";
import { drift, driftInWords, inOrder, timetable } from "./agenda-time.js";
import { back } from "./gestures.js";
import { cases, word } from "./words.js";

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
    ${found?.since ? html` ${_("(compté depuis le départ réel, %(time)s)", { time: timeOfDay(found.since) })}` : nothing}
    <span class="soft">${n_("%(n)s séquence", "%(n)s séquences", steps.length, { n: steps.length })},
      ${_("%(h)s h %(m)s prévues", { h: Math.floor(planned / 60), m: String(planned % 60).padStart(2, "0") })}</span></p>`;
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

function stepTemplate(desk, step, current) {
  const running = step.id === current?.id && (step.state === "running" || step.state === "paused");
  return html`<section class="panel panel-side" aria-labelledby="step-title">
    <header class="panel-head"><h2 id="step-title">${step.title}</h2>
      <button class="button button-small" @click=${() => openStepForm(desk, step)}>${_("Corriger")}</button></header>
    <div class="row">
      ${
        running
          ? html`
        <button class="button button-small" @click=${() => desk.act("step.finish")}>${_("Terminer la séquence")}</button>
        <button class="button button-small button-quiet" @click=${() => back(desk)}>${_("Revenir à la précédente")}</button>`
          : html`<button class="button button-small button-main" @click=${() => desk.act("step.start", { step: step.id })}>
          ${step.state === "done" ? _("Relancer cette séquence") : _("Lancer cette séquence")}</button>`
      }
    </div>
    ${block(_("Consigne"), step.instruction)}
    ${block(_("Note pour l’animateur"), step.note, "note")}
    <dl class="facts">
      <dt>${_("Téléphones")}</dt><dd>${step.allows.length ? step.allows.map((one) => word("allowed", one)).join(", ") : _("lecture seule")}</dd>
      <dt>${_("Écriture")}</dt><dd>${writingWords(step)}</dd>
      <dt>${_("Écran")}</dt><dd>${word("scene", step.scene)}</dd>
    </dl>
    ${casesTemplate(desk, step)}
  </section>`;
}

function writingWords(step) {
  if (!step.writing) return _("pas d’écriture prévue");
  const length = n_("%(n)s minute", "%(n)s minutes", step.writing, { n: step.writing });
  const when = step.writing_at
    ? _("%(length)s, après %(n)s min", { length, n: step.writing_at })
    : _("%(length)s, dès le début", { length });
  return step.private ? _("%(when)s ; individuelle, puis visible de la table", { when }) : when;
}

function block(title, text, kind = "") {
  return text ? html`<h3 class="block-title">${title}</h3><p class="block-text ${kind}">${text}</p>` : nothing;
}

/** The situations that a step works on: each table's n-th one, or all. */
export function casesOf(room, step) {
  if (step.every_case) return cases(room);
  if (!step.round) return [];
  const given = new Set(room.all("tables").map((table) => table.cases[step.round - 1]));
  return cases(room).filter((one) => given.has(one.id));
}

function casesTemplate(desk, step) {
  const list = casesOf(desk.room, step);
  if (!list.length) return nothing;
  return html`<h3 class="block-title">${_("Situations")}</h3><ul class="case-list">${repeat(
    list,
    (one) => one.id,
    (one) => html`<li class="case-line">
    <p class="case-name"><span class="case-number">${one.number}</span> ${one.title}
      <span class="soft">${one.tables.map((id) => _("table %(n)s", { n: desk.room.get("tables", id)?.number ?? id })).join(", ")}</span></p>
    <div class="row">${releaseTemplate(desk, one)}
      <button class="button button-small button-quiet" @click=${() => openCaseForm(desk, one)}>${_("Corriger")}</button></div>
  </li>`,
  )}</ul>`;
}

function releaseTemplate(desk, one) {
  const coming = one.releases[one.released];
  const given = _("%(n)s sur %(total)s diffusées", { n: one.released, total: one.releases.length });
  if (!coming)
    return html`<span class="soft">${one.releases.length ? given : _("aucune information à diffuser")}</span>`;
  return html`<button class="button button-small" title=${coming.text} @click=${() => desk.act("case.release", { case: one.id })}>
    ${_("Diffuser l’information %(n)s", { n: one.released + 1 })}</button><span class="soft">${given}</span>`;
}
