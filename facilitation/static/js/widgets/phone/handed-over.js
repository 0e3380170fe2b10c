/** What a shared device keeps of somebody once it goes on to the next person; pure. */

/**
 * What is left of somebody's non-nominative texts on a device that goes on: what has not arrived, nobody's.
 * @param {import("../../core/outbox.js").Entry[]} entries
 * @param {string} last
 */
export function handedOver(entries, last) {
  const theirs = (/** @type {any} */ entry) => entry.payload.anonymous && entry.meta.who === last;
  return entries
    .filter((entry) => !(theirs(entry) && entry.state === "saved"))
    .map((entry) =>
      theirs(entry) ? { ...entry, meta: { ...entry.meta, who: "handed-over", fleeting: true } } : entry,
    );
}
