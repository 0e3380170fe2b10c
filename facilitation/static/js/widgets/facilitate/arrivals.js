/**
 * A list that grows at its top without moving under the hand: what arrives while somebody
 * reads waits, counted, until it is let in. Pure: it holds no element and no timer.
 */

/** @typedef {{admitted: Set<string>, lingering: Set<string>}} Arrivals */

/** @returns {Arrivals} */
export function newArrivals() {
  return { admitted: new Set(), lingering: new Set() };
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
  const matching = new Set(all.filter(wanted));
  if (!still)
    admit(
      arrivals,
      [...matching].map((one) => one.id),
    );
  const cards = [];
  let waiting = 0;
  for (const one of all) {
    const stays = arrivals.lingering.has(one.id);
    if (!stays && !matching.has(one)) continue;
    if (stays || arrivals.admitted.has(one.id)) cards.push(one);
    else waiting += 1;
  }
  return { cards: cards.reverse(), waiting, matching: matching.size };
}
