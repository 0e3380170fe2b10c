/**
 * Opening a vote: on all or some themes, on chosen proposals, or the evaluation. The budget is
 * suggested from the number of options and follows it until a hand changes it.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { field, formFoot, onSubmit } from "./bits.js";
import { suggestedBudget, suggestedMost } from "./vote-budget.js";
import { LONGEST, questionOf } from "./vote-question.js";
import { plain } from "./wall-filters.js";
import { themes } from "./words.js";

/** What can be put to the vote: [id, words, detail]. */
function candidates(desk, subject) {
  if (subject === "themes") {
    return themes(desk.room).map((one) => ({ id: one.id, label: one.name, detail: one.letter, size: one.size }));
  }
  // Seeds brought from an earlier meeting are proposals too, but are not in the vote by default.
  return desk.room
    .all("contributions")
    .filter((one) => one.kind === "proposal" && one.state === "posted")
    .map((one) => ({ id: one.id, label: one.text, detail: one.id, off: Boolean(one.origin) || !one.shown }));
}

/** The form. */
export function openBallotForm(desk, subject) {
  const list = subject === "evaluation" ? [] : candidates(desk, subject);
  const state = {
    on: new Set(list.filter((one) => !one.off).map((one) => one.id)),
    budget: null,
    most: null,
    text: "",
  };
  const budget = () => state.budget ?? suggestedBudget(state.on.size);
  const most = () => Math.min(state.most ?? suggestedMost(budget()), budget());
  const set = (changes) => {
    Object.assign(state, changes);
    desk.redraw();
  };
  const toggle = (id) => {
    if (!state.on.delete(id)) state.on.add(id);
    desk.redraw();
  };
  const save = async (form) => {
    const payload = { question: form.question.trim(), subject };
    if (subject !== "evaluation") {
      Object.assign(payload, {
        options: list.filter((one) => state.on.has(one.id)).map((one) => one.id),
        budget: budget(),
        most: most(),
      });
    }
    const answer = await desk.act("ballot.open", payload, { say: _("Vote ouvert sur les téléphones") });
    if (answer?.ok) desk.close();
  };
  const titles = {
    themes: _("Vote sur les thèmes"),
    proposals: _("Vote sur des propositions"),
    evaluation: _("Évaluation à chaud"),
  };
  const asked = questionOf(desk, subject);
  desk.open(
    titles[subject],
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Question"), html`<input type="text" name="question" required maxlength=${LONGEST} autofocus .value=${asked}>`)}
    ${
      subject === "evaluation"
        ? evaluationTemplate(desk)
        : html`
      ${optionsTemplate(list, state, toggle, set)}
      <div class="form-row">
        ${field(
          _("Gommettes par personne"),
          html`<input type="number" min="1" max="100" required .value=${String(budget())}
          @input=${(event) => set({ budget: Number(event.target.value) || null })}>`,
          state.budget
            ? ""
            : n_("suggéré pour %(n)s option", "suggéré pour %(n)s options", state.on.size, { n: state.on.size }),
        )}
        ${field(
          _("Au plus sur une ligne"),
          html`<input type="number" min="1" max=${budget()} required .value=${String(most())}
          @input=${(event) => set({ most: Number(event.target.value) || null })}>`,
        )}</div>
      ${state.on.size < 2 ? html`<p class="hint-line" role="status">${_("Il faut au moins deux options.")}</p>` : nothing}`
    }
    ${formFoot(desk, subject === "evaluation" ? _("Ouvrir l’évaluation") : _("Ouvrir le vote"))}</form>`,
    "wide",
  );
}

function optionsTemplate(list, state, toggle, set) {
  const words = plain(state.text).split(/\s+/).filter(Boolean);
  const shown = list.filter((one) => words.every((word) => plain(`${one.detail} ${one.label}`).includes(word)));
  const all = (on) => set({ on: new Set(on ? list.map((one) => one.id) : []) });
  return html`<fieldset class="option-choice"><legend>${n_("%(n)s option choisie", "%(n)s options choisies", state.on.size, { n: state.on.size })}</legend>
    <div class="row"><input type="search" class="search" aria-label=${_("Chercher une option")} placeholder=${_("Chercher")} @input=${(event) => set({ text: event.target.value })}>
      <button type="button" class="button button-small button-quiet" @click=${() => all(true)}>${_("Toutes")}</button>
      <button type="button" class="button button-small button-quiet" @click=${() => all(false)}>${_("Aucune")}</button></div>
    <ul class="option-scroll">${shown.map(
      (
        one,
      ) => html`<li><label class="check"><input type="checkbox" .checked=${state.on.has(one.id)} @change=${() => toggle(one.id)}>
      <strong>${one.detail}</strong> ${one.label}</label></li>`,
    )}</ul>
    ${list.length ? nothing : html`<p class="soft">${_("Rien à mettre au vote pour l’instant.")}</p>`}</fieldset>`;
}

function evaluationTemplate(desk) {
  const questions = desk.room.all("workshop")[0]?.evaluation ?? [];
  return html`<ol class="option-list">${questions.map((one) => html`<li>${one.text}</li>`)}</ol>
    <p class="field-help">${_("Chaque question reçoit une note de 1 à 4 ; une remarque libre peut s’ajouter.")}</p>`;
}
