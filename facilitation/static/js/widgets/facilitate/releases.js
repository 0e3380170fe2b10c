/** The information that situations have in store for their tables. Pure. */

/**
 * The piece of information that comes next in several situations at once, and in which; null when
 * no two wait for the same one.
 * @param {{id: string, releases: unknown[], released: number}[]} list
 */
export function nextEverywhere(list) {
  const waiting = list.filter((one) => one.released < one.releases.length);
  const number = Math.min(...waiting.map((one) => one.released)) + 1;
  const ids = waiting.filter((one) => one.released === number - 1).map((one) => one.id);
  return ids.length > 1 ? { number, ids, all: ids.length === list.length } : null;
}
