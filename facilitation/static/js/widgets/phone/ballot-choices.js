/** The arithmetic of a ballot paper: what is given, what is left. Pure. */

/**
 * @param {Record<string, number>} choices
 * @returns {number} dots given
 */
export function given(choices) {
  return Object.values(choices).reduce((sum, value) => sum + value, 0);
}

/**
 * Give an option one dot more or less, within the budget and the most for one option.
 * @param {Record<string, number>} choices
 * @param {string} option
 * @param {number} change
 * @param {{budget: number, most: number}} ballot
 * @returns {Record<string, number>}
 */
export function changed(choices, option, change, ballot) {
  const wanted = (choices[option] ?? 0) + change;
  if (wanted < 0 || wanted > ballot.most) return choices;
  const next = { ...choices, [option]: wanted };
  if (given(next) > ballot.budget) return choices;
  if (!wanted) delete next[option];
  return next;
}
