/**
 * Corrections during the day: a step's title, instruction, minutes, what phones may do, scene;
 * a situation's title, context, questions. Each form says what it changes and nothing else.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { changed, field, formFoot, onSubmit, options } from "./bits.js";
import { pairs } from "./words.js";

/** Send a correction with the version seen; a conflict keeps the form and says what happened. */
async function correct(desk, name, key, record, after) {
  const changes = changed(record, after);
  if (!Object.keys(changes).length) return desk.close();
  const answer = await desk.act(
    name,
    { [key]: record.id, ...changes },
    {
      base: record.v,
      onConflict: () =>
        desk.toast(
          _(
            "Un autre animateur vient de corriger la même chose. Relisez sa version avant d’enregistrer de nouveau : elle est affichée derrière ce formulaire.",
          ),
          "alarm",
        ),
    },
  );
  if (answer?.ok) desk.close();
  else if (answer?.current) record.v = answer.current.v;
  return null;
}

/** A field in which each line says one thing. */
function lines(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Correct a step. */
export function openStepForm(desk, found) {
  const step = { ...found };
  const save = (form) =>
    correct(desk, "step.correct", "step", step, {
      ...form,
      minutes: Number(form.minutes),
      writing: Number(form.writing),
      speakers: lines(form.speakers),
    });
  desk.open(
    _("Corriger la séquence"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Titre"), html`<input type="text" name="title" required maxlength="200" .value=${step.title}>`)}
    ${field(_("Consigne affichée sur les téléphones et à l’écran"), html`<textarea name="instruction" rows="4" .value=${step.instruction}></textarea>`)}
    ${field(_("Qui prend la parole : une fonction par ligne, dans l’ordre"), html`<textarea name="speakers" rows="2" .value=${step.speakers.join("\n")}></textarea>`)}
    <div class="form-row">
      ${field(_("Durée (minutes)"), html`<input name="minutes" type="number" min="1" max="600" required .value=${String(step.minutes)}>`)}
      ${field(_("Écriture (minutes)"), html`<input name="writing" type="number" min="0" max="600" required .value=${String(step.writing)}>`, _("0 : pas d’écriture"))}
      ${field(_("Scène à l’écran"), html`<select name="scene">${options(pairs("scene"), step.scene)}</select>`)}
    </div>
    <fieldset class="checks"><legend>${_("Ce que les téléphones permettent")}</legend>
      ${pairs("allowed").map(
        ([code, label]) => html`<label class="check"><input type="checkbox" name="allows" data-list value=${code}
        .checked=${step.allows.includes(code)}> ${label}</label>`,
      )}</fieldset>
    <label class="check"><input type="checkbox" name="private" .checked=${step.private}>
      ${_("Écriture individuelle : la table ne voit les contributions qu’à la fermeture de l’écriture")}</label>
    ${formFoot(desk, _("Enregistrer la correction"))}
  </form>`,
  );
}

/** Correct a situation; questions are one per line. */
export function openCaseForm(desk, found) {
  const one = { ...found };
  const save = (form) =>
    correct(desk, "case.correct", "case", one, {
      ...form,
      questions: lines(form.questions),
    });
  desk.open(
    _("Corriger la situation %(n)s", { n: one.number }),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Titre"), html`<input type="text" name="title" required maxlength="200" .value=${one.title}>`)}
    ${field(_("Contexte"), html`<textarea name="context" rows="12" .value=${one.context}></textarea>`)}
    ${field(_("Questions, une par ligne"), html`<textarea name="questions" rows="4" .value=${one.questions.join("\n")}></textarea>`)}
    ${formFoot(desk, _("Enregistrer la correction"))}
  </form>`,
    "wide",
  );
}
