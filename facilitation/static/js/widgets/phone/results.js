/** The results that the facilitator revealed, with what they are worth. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { turnoutInWords } from "../../core/turnout.js";
import { decided } from "./outcome.js";
import { indicative } from "./vote-around.js";

/** @param {import("./desk.js").Desk} desk */
export function results(desk) {
  const told = desk.room.all("ballots").filter((one) => one.state === "closed" && one.tally && one.method === "dots");
  return told.reverse().map((ballot) => result(desk, ballot));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function result(desk, ballot) {
  const labels = Object.fromEntries(ballot.options.map((/** @type {any} */ one) => [one.id, one.label]));
  const scores = [...ballot.tally.scores].sort((one, other) => other.total - one.total);
  const most = Math.max(1, ...scores.map((score) => score.total));
  return html`<details class="result">
    <summary>${_("Résultat : %(question)s", { question: ballot.question })}</summary>
    <ol class="scores">
      ${scores.map(
        (score) => html`<li>
          <span>${labels[score.option]}</span> <strong>${score.total}</strong>
          ${suite(desk, ballot, score.option)}
          <progress class="bar" max=${most} value=${score.total} aria-hidden="true"></progress>
        </li>`,
      )}
    </ol>
    <p class="small">${turnoutInWords(ballot.tally)}</p>
    <p class="promise">${indicative(desk) || nothing}</p>
  </details>`;
}

/**
 * What was decided on a line of the vote.
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {string} option
 */
function suite(desk, ballot, option) {
  const told = desk.room.get("followups", `${ballot.id}/${option}`);
  return told ? html`<span class="small">${_("Suite : %(told)s", { told: decided(told) })}</span>` : nothing;
}
