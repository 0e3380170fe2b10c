/** The arithmetic of a ballot paper: what is given, what is left, where the paper is. Pure. */

/** @typedef {{method: string, budget: number, most: number}} Ballot */

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
  if (change > 0 && given(next) > ballot.budget) return choices;
  if (!wanted) delete next[option];
  return next;
}

/**
 * Rate an option; the same rating again takes it back.
 * @param {Record<string, number>} choices
 * @param {string} option
 * @param {number} value
 * @returns {Record<string, number>}
 */
export function rated(choices, option, value) {
  const next = { ...choices, [option]: value };
  if (choices[option] === value) delete next[option];
  return next;
}

/**
 * Whether two papers say the same.
 * @param {any} one
 * @param {any} other
 */
export function same(one, other) {
  const told = (/** @type {any} */ paper) => [
    Object.entries(paper?.choices ?? {})
      .filter(([, value]) => value)
      .sort(),
    (paper?.remark ?? "").trim(),
  ];
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

/**
 * Where a paper is: only written, on its way, refused, in the box, or changed since it was put there.
 * @param {any} held what this phone keeps of it; `sent` is what was put in the box last
 * @param {{state: string}|undefined} entry its command in the outbox, gone once it was saved
 * @returns {"draft"|"phone"|"refused"|"cast"|"changed"}
 */
export function stateOf(held, entry) {
  if (!held.sent) return "draft";
  if (held.again) return "changed";
  if (!held.hidden && !same(held, held.sent)) return "changed";
  if (entry?.state === "phone") return "phone";
  return entry?.state === "refused" ? "refused" : "cast";
}
