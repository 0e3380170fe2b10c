/**
 * Priorisation: the open vote with its turnout only (totals stay hidden until the close), the
 * votes already held with their results, and the way to open a new one.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_, timeOfDay } from "../../core/i18n.js";
import { onPaper, turnoutInWords, turnoutOf } from "../../core/turnout.js";
import { arbitrationsTemplate } from "./followups.js";
import { openBallotForm } from "./vote-form.js";
import { openCancel, papersTemplate } from "./vote-papers.js";
import { resultsTemplate } from "./vote-results.js";

/** The whole area. */
export function voteArea(desk) {
  const ballots = [...desk.room.all("ballots")].reverse();
  const open = ballots.find((one) => one.state === "open");
  const over = ballots.filter((one) => one.state !== "open" && one.state !== "removed");
  return html`<section aria-labelledby="vote-title">
    <header class="panel-head"><h1 id="vote-title">${_("Priorisation")}</h1>
      ${
        open
          ? nothing
          : html`<div class="row">
        <button class="button button-small button-main" @click=${() => openBallotForm(desk, "themes")}>${_("Ouvrir un vote sur les thèmes")}</button>
        <button class="button button-small" @click=${() => openBallotForm(desk, "proposals")}>${_("Vote sur des propositions")}</button>
        <button class="button button-small" @click=${() => openBallotForm(desk, "evaluation")}>${_("Évaluation à chaud")}</button></div>`
      }</header>
    ${open ? openTemplate(desk, open) : nothing}
    ${open || over.length ? nothing : html`<p class="empty-note">${_("Aucun vote pour l’instant. Les gommettes se posent sur les thèmes ou sur des propositions ; les totaux restent cachés jusqu’à la clôture.")}</p>`}
    ${repeat(
      over,
      (one) => one.id,
      (one) => overTemplate(desk, one),
    )}
    ${arbitrationsTemplate(desk)}
  </section>`;
}

function openTemplate(desk, ballot) {
  const turnout = turnoutOf(desk.room, ballot.id);
  const { papers, registered } = turnout;
  const most = Math.max(1, registered);
  return html`<section class="panel ballot-open" aria-labelledby="open-title">
    <header class="panel-head"><h2 id="open-title">${ballot.question || ballot.id}</h2>
      <p class="panel-note">${
        ballot.method === "dots"
          ? _("%(budget)s gommettes par personne, %(most)s au plus par ligne", {
              budget: ballot.budget,
              most: ballot.most,
            })
          : _("Note de 1 à 4 pour chaque question")
      }, ${_("ouvert à %(time)s", { time: timeOfDay(ballot.opened_at) })}</p></header>
    <p class="turnout"><strong class="turnout-count">${papers}</strong> ${of(turnout)}
      <progress max=${most} .value=${Math.min(papers, most)} aria-label=${_("Participation")}></progress></p>
    <p class="soft">${_("Les totaux restent cachés jusqu’à la clôture, ici comme à l’écran.")}</p>
    <div class="row">
      <button class="button button-main" @click=${() => close(desk, ballot)}>${_("Clore et compter")}</button>
      <button class="button" @click=${() => desk.act("screen.show", { scene: "vote", ballot: ballot.id })}>${_("Participation à l’écran")}</button>
      ${papersTemplate(desk, ballot)}
      <button class="button button-quiet" @click=${() => openCancel(desk, ballot)}>${_("Annuler ce vote")}</button></div>
    <h3 class="block-title">${countWords(ballot)}</h3>
    <ul class="option-list">${ballot.options.map((option) => optionTemplate(desk, option))}</ul>
  </section>`;
}

function countWords({ method, options: { length: n } }) {
  return method === "dots"
    ? n_("%(n)s option", "%(n)s options", n, { n })
    : n_("%(n)s question", "%(n)s questions", n, { n });
}

function optionTemplate(desk, { id, detail, label }) {
  const color = desk.room.get("themes", id)?.color;
  const mark = detail ? html`<span class="theme-mark">${detail}</span> ` : nothing;
  return html`<li class=${color === undefined ? "" : `theme-${color}`}>${mark}<span>${label}</span></li>`;
}

/** What follows the number of papers, which is set large. */
function of({ papers, registered, entered }) {
  const said = n_("bulletin sur %(n)s inscrits", "bulletins sur %(n)s inscrits", papers, { n: registered });
  return [said, onPaper({ entered })].filter(Boolean).join(", ");
}

/** A close cannot be undone: say so, with the turnout, and ask once. */
function close(desk, ballot) {
  const sure = async () => {
    const answer = await desk.act(
      "ballot.close",
      { ballot: ballot.id },
      { say: _("Vote clos et compté. Le résultat reste caché de la salle jusqu’à ce que vous le dévoiliez.") },
    );
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Clore le vote ?"),
    () => html`
    <p>${turnoutInWords(turnoutOf(desk.room, ballot.id))}. ${_("La clôture est définitive : les bulletins sont comptés, puis détruits.")}</p>
    <div class="dialog-foot"><button class="button button-quiet" @click=${desk.close}>${_("Laisser ouvert")}</button>
      <button class="button button-main" autofocus @click=${sure}>${_("Clore et compter")}</button></div>`,
  );
}

function overTemplate(desk, ballot) {
  if (ballot.state === "cancelled") {
    return html`<section class="panel"><header class="panel-head"><h2>${ballot.question || ballot.id}</h2></header>
      <p>${ballot.reason ? _("Vote annulé : %(reason)s", { reason: ballot.reason }) : _("Vote annulé.")} <span class="soft">${_("Aucun bulletin n’a été compté.")}</span></p></section>`;
  }
  return html`<section class="panel"><header class="panel-head"><h2>${ballot.question || ballot.id}</h2>
      <div class="row">${
        ballot.revealed
          ? html`<span class="badge">${_("Résultat dévoilé")}</span>`
          : html`<button class="button button-small button-main" @click=${() => desk.act("ballot.reveal", { ballot: ballot.id })}>${_("Dévoiler le résultat")}</button>`
      }
        <button class="button button-small" @click=${() => desk.act("screen.show", { scene: "vote", ballot: ballot.id })}>${_("À l’écran")}</button></div></header>
    ${resultsTemplate(desk, ballot)}</section>`;
}
