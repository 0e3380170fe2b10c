/** A vote: how many papers are in while it is open; the bars once it is closed and revealed. */
import { html, nothing } from "../../core/dom.js";
import { _, n_, number } from "../../core/i18n.js";
import { bodyLines, linesOf, pack } from "./layout.js";
import { indicative, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function voteScene(room, screen) {
  const told = room.all("ballots").filter((/** @type {any} */ one) => ["open", "closed"].includes(one.state));
  const ballot = room.get("ballots", screen.ballot) ?? told.at(-1);
  if (!ballot) return waiting(_("Priorisation indicative"), _("Le vote n’est pas encore ouvert."));
  if (ballot.state === "open") return [open(room, ballot)];
  return ballot.tally ? results(room, ballot) : [counted(room, ballot)];
}

/** @param {any} ballot */
function titleOf(ballot) {
  return ballot.question || (ballot.method === "dots" ? _("Priorisation indicative") : _("Évaluation de la journée"));
}

/**
 * @param {any} room
 * @param {any} ballot
 * @returns {Page}
 */
function open(room, ballot) {
  const papers = room.live.turnout?.[ballot.id] ?? 0;
  const joined = Math.max(papers, room.live.joined ?? 0);
  const rule =
    ballot.method === "dots"
      ? n_("Chacun dispose de %(n)s gommette.", "Chacun dispose de %(n)s gommettes.", ballot.budget, {
          n: ballot.budget,
        })
      : "";
  const body = html`<div class="stage-turnout">
    <p class="stage-digits">${number(papers)}</p>
    <p class="stage-state">${n_("bulletin reçu sur %(all)s personnes inscrites", "bulletins reçus sur %(all)s personnes inscrites", papers, { all: number(joined) })}</p>
    <div class="stage-track"><span class="stage-bar" style="inline-size: ${joined ? (100 * papers) / joined : 0}%"></span></div>
    <p class="stage-state">${rule} ${_("Les totaux restent cachés jusqu’à la clôture.")}</p>
  </div>`;
  return { kicker: _("Le vote est ouvert sur vos téléphones"), title: titleOf(ballot), body, foot: foot(room, ballot) };
}

/**
 * @param {any} room
 * @param {any} ballot
 * @returns {Page}
 */
function counted(room, ballot) {
  const body = html`<p class="stage-waiting">${_("Le vote est clos. Le résultat va être présenté.")}</p>`;
  return { title: titleOf(ballot), body, foot: foot(room, ballot) };
}

/**
 * @param {any} room
 * @param {any} ballot
 */
function foot(room, ballot) {
  return ballot.method === "dots" ? indicative(room) : nothing;
}

/**
 * @param {any} room
 * @param {any} ballot
 * @returns {Page[]}
 */
function results(room, ballot) {
  const title = titleOf(ballot);
  const rows = ballot.method === "dots" ? byDots(ballot) : byMean(ballot);
  const most = Math.max(1, ...rows.map((/** @type {any} */ row) => row.value));
  const pages = pack(rows, (/** @type {any} */ row) => linesOf(row.label, 44) + 0.5, bodyLines(title));
  const { papers, registered } = ballot.tally;
  const kicker = n_("%(n)s bulletin sur %(all)s inscrits", "%(n)s bulletins sur %(all)s inscrits", papers, {
    all: registered,
  });
  return pages.map((part) => ({
    kicker: entered(ballot, kicker),
    title,
    body: html`<ol class="stage-rows">${part.map((/** @type {any} */ row) => bar(row, most))}</ol>`,
    foot: foot(room, ballot),
  }));
}

/**
 * @param {any} ballot
 * @param {string} kicker
 */
function entered(ballot, kicker) {
  const { entered: paper } = ballot.tally;
  return paper ? `${kicker}, ${n_("dont %(n)s sur papier", "dont %(n)s sur papier", paper, { n: paper })}` : kicker;
}

/** @param {any} ballot */
function labels(ballot) {
  return Object.fromEntries(ballot.options.map((/** @type {any} */ one) => [one.id, one.label]));
}

/** @param {any} ballot */
function byDots(ballot) {
  const names = labels(ballot);
  const scores = [...ballot.tally.scores].sort((one, other) => other.total - one.total);
  return scores.map((score) => ({
    label: names[score.option] ?? score.option,
    value: score.total,
    said: number(score.total),
  }));
}

/** Means keep the order of the questions. */
function byMean(/** @type {any} */ ballot) {
  const names = labels(ballot);
  return ballot.tally.scores.map((/** @type {any} */ score) => {
    const mean = score.papers ? score.total / score.papers : 0;
    return { label: names[score.option] ?? score.option, value: mean, said: number(Math.round(mean * 10) / 10) };
  });
}

/**
 * @param {{label: string, value: number, said: string}} row
 * @param {number} most
 */
function bar(row, most) {
  return html`<li class="stage-row is-vote">
    <span>${row.label}</span>
    <span class="stage-measure"><span class="stage-bar" style="inline-size: ${(100 * row.value) / most}%"></span></span>
    <strong class="stage-count">${row.said}</strong>
  </li>`;
}
