/**
 * A list that grows at its top without moving under the hand: what arrives while somebody
 * reads waits, counted, until it is let in. Pure: it holds no element and no timer.
 */

/** @typedef {{admitted: Set<string>, lingering: Set<string>, seen: {id: string}[]}} Arrivals */

/** @returns {Arrivals} */
export function newArrivals() {
  return { admitted: new Set(), lingering: new Set(), seen: [] };
}

/** Let everything in, and let go of what only stayed so as not to move the list. */
export function admit(arrivals, ids) {
  arrivals.lingering.clear();
  for (const id of ids) arrivals.admitted.add(id);
}

/** Keep a card in its place although what was just done to it takes it out of the filter. */
export function linger(arrivals, id) {
  arrivals.lingering.add(id);
}

/**
 * Newest first: the cards on the wall, and how many matching ones wait at the door.
 * @param {Array<{id: string}>} all in order of arrival
 * @param {(one: object) => boolean} wanted
 * @param {Arrivals} arrivals
 * @param {boolean} still true while the list must not move
 */
export function wallList(all, wanted, arrivals, still) {
  const matching = all.filter(wanted);
  if (!still) return open(matching, arrivals);
  for (const one of arrivals.seen.splice(0)) arrivals.admitted.add(one.id);
  const kept = new Set(matching);
  const here = all.filter((one) => kept.has(one) || arrivals.lingering.has(one.id));
  const cards = here.filter((one) => arrivals.lingering.has(one.id) || arrivals.admitted.has(one.id));
  return { cards: cards.reverse(), waiting: here.length - cards.length, matching: matching.length };
}

/** All that matches comes in; it is written down only once the list stops, as it may be thousands. */
function open(matching, arrivals) {
  arrivals.lingering.clear();
  arrivals.seen = matching;
  return { cards: [...matching].reverse(), waiting: 0, matching: matching.length };
}
