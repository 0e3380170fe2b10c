/** Keys that nobody guesses, also over plain http where `randomUUID` is missing. */

/** @returns {string} thirty-two hexadecimal digits */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A stable order of one's own: the same seed always gives the same shuffle.
 * @template T
 * @param {T[]} items
 * @param {string} seed
 * @returns {T[]}
 */
export function shuffled(items, seed) {
  const copy = [...items];
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  for (let last = copy.length - 1; last > 0; last -= 1) {
    state = Math.imul(state ^ (state >>> 15), 2246822507) + 1;
    const other = (state >>> 0) % (last + 1);
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}
