/**
 * One step of the day, opened: what it asks, what phones may do, its situations, its start.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { casesTemplate } from "./agenda-cases.js";
import { openStepForm } from "./agenda-forms.js";
import { back } from "./gestures.js";
import { prose } from "./prose.js";
import { word } from "./words.js";

/** Where the facilitator goes on, by what a step is made of; the evaluation is opened with the votes. */
const NEXT = () => [
  ["themes", "board", _("Ranger les thèmes")],
  ["mission", "roles", _("Suivre les missions"), "missions"],
  ["referent", "roles", _("Suivre les référents"), "referents"],
  ["statement", "roles", _("Préparer le dire de l’État"), "statements"],
  ["vote", "vote", _("Ouvrir le vote")],
  ["sheet", "plan", _("Confier les fiches aux tables")],
  ["closing", "vote", _("Noter les suites données")],
  ["evaluation", "vote", _("Ouvrir l’évaluation")],
];

function nextTemplate(desk, step) {
  return NEXT()
    .filter(([what]) => step.kind === what || step.allows.includes(what))
    .map(([, area, words, part]) => {
      const go = () => desk.look(part ? { area, part: { ...desk.view.part, [area]: part } } : { area });
      return html`<button class="button button-small" @click=${go}>${words}</button>`;
    });
}

/** The step, and what can be done with it now. */
export function stepTemplate(desk, step, current) {
  const running = step.id === current?.id && (step.state === "running" || step.state === "paused");
  return html`<section class="panel panel-side" aria-labelledby="step-title">
    <header class="panel-head"><h2 id="step-title">${step.title}</h2>
      <button class="button button-small" @click=${() => openStepForm(desk, step)}>${_("Corriger")}</button></header>
    <div class="row">
      ${
        running
          ? html`
        <button class="button button-small" @click=${() => desk.act("step.finish")}>${_("Terminer la séquence")}</button>
        <button class="button button-small button-quiet" @click=${() => back(desk)}>${_("Revenir à la précédente")}</button>${nextTemplate(desk, step)}`
          : html`<button class="button button-small button-main" @click=${() => desk.act("step.start", { step: step.id })}>
          ${step.state === "done" ? _("Relancer cette séquence") : _("Lancer cette séquence")}</button>`
      }
    </div>
    ${block(_("Interventions"), step.speakers.join(" ; "))}
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
  return text ? html`<h3 class="block-title">${title}</h3>${prose(text, kind)}` : nothing;
}
