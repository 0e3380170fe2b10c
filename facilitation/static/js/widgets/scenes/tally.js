/** What a closed vote gave, as rows to draw. Pure. */
import { _, number } from "../../core/i18n.js";
import { mean } from "../../core/mean.js";

/** The room is shown the first ones only, as a short list is what it can talk about; ties stay together. */
const FIRST = 7;

/** @typedef {{label: string, value: number, said: string}} Result */

/** @param {any} ballot */
function labels(ballot) {
  return Object.fromEntries(ballot.options.map((/** @type {any} */ one) => [one.id, one.label]));
}

/**
 * The options that came first, with whatever is level with the last of them.
 * @param {any} ballot
 * @returns {Result[]}
 */
export function byDots(ballot) {
  const names = labels(ballot);
  const scores = [...ballot.tally.scores].sort((one, other) => other.total - one.total);
  const least = scores[Math.min(FIRST, scores.length) - 1]?.total ?? 0;
  return scores
    .filter((score) => score.total >= least)
    .map(({ option, total }) => ({ label: names[option] ?? option, value: total, said: number(total) }));
}

/**
 * Means, in the order of the questions.
 * @param {any} ballot
 * @returns {Result[]}
 */
export function byMean(ballot) {
  const names = labels(ballot);
  return ballot.tally.scores.map((/** @type {any} */ { option, total, papers }) => {
    const label = names[option] ?? option;
    if (!papers) return { label, value: 0, said: _("sans réponse") };
    const said = _("%(mean)s sur %(most)s", { mean: mean(total, papers), most: ballot.most });
    return { label, value: total / papers, said };
  });
}
