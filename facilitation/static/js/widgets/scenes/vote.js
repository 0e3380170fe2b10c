/** A vote: how many papers are in while it is open; the bars once it is closed and revealed. */
import { html } from "../../core/dom.js";
import { _, n_, number } from "../../core/i18n.js";
import { onPaper, turnoutInWords, turnoutOf } from "../../core/turnout.js";
import { bodyHeight, rowHeight } from "./layout.js";
import { linesOf } from "./lines.js";
import { byNumber } from "./order.js";
import { pack } from "./paging.js";
import { bar, indicative, waiting } from "./parts.js";
import { byDots, byMean } from "./tally.js";

/** @typedef {import("./parts.js").Page} Page */

/** The width of an option's label beside its bar. */
const LABEL = 920;

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function voteScene(room, screen) {
  const told = byNumber(room.all("ballots")).filter((/** @type {any} */ one) => ["open", "closed"].includes(one.state));
  const ballot = told.find((/** @type {any} */ one) => one.id === screen.ballot) ?? told.at(-1);
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
  const turnout = turnoutOf(room, ballot.id);
  const { papers, registered } = turnout;
  const dots = { n: ballot.budget };
  const rule = n_("Chacun dispose de %(n)s gommette.", "Chacun dispose de %(n)s gommettes.", ballot.budget, dots);
  const body = html`<div class="stage-turnout">
    <p class="stage-digits">${number(papers)}</p>
    <p class="stage-state">${[received(turnout), onPaper(turnout)].filter(Boolean).join(", ")}</p>
    ${bar(registered ? papers / registered : 0)}
    <p class="stage-state">${ballot.method === "dots" ? rule : ""} ${_("Les totaux restent cachés jusqu’à la clôture.")}</p>
  </div>`;
  return { kicker: _("Le vote est ouvert sur vos téléphones"), title: titleOf(ballot), body, foot: foot(room, ballot) };
}

/** @param {import("../../core/turnout.js").Turnout} turnout */
function received({ papers, registered }) {
  const all = { all: number(registered) };
  return n_("bulletin reçu sur %(all)s inscrits", "bulletins reçus sur %(all)s inscrits", papers, all);
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
  return ballot.method === "dots" ? indicative(room) : "";
}

/**
 * @param {any} room
 * @param {any} ballot
 * @returns {Page[]}
 */
function results(room, ballot) {
  const rows = ballot.method === "dots" ? byDots(ballot) : byMean(ballot);
  const head = { kicker: turnout(ballot, rows.length), title: titleOf(ballot), foot: foot(room, ballot) };
  // Marks fill the bar by their own scale; dots by whatever came first.
  const most = ballot.method === "dots" ? Math.max(1, ...rows.map((row) => row.value)) : ballot.most;
  const pages = pack(rows, (row) => rowHeight(linesOf(row.label, LABEL)), bodyHeight(head));
  return pages.map((part) => ({
    ...head,
    body: html`<ol class="stage-rows">${part.map((row) => line(row, most))}</ol>`,
  }));
}

/**
 * How many papers were counted, how many on paper; how many options are shown of how many.
 * @param {any} ballot
 * @param {number} shown
 */
function turnout(ballot, shown) {
  const all = ballot.tally.scores.length;
  const first = shown < all ? _("les %(n)s premiers sur %(all)s", { n: shown, all }) : "";
  return [turnoutInWords(ballot.tally), first].filter(Boolean).join(", ");
}

/**
 * @param {import("./tally.js").Result} row
 * @param {number} most
 */
function line(row, most) {
  return html`<li class="stage-row is-vote"><span>${row.label}</span>${bar(row.value / most)}<strong class="stage-count">${row.said}</strong></li>`;
}
