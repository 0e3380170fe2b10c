/** What a facilitator erased, this phone forgets as well; pure. */

/** @typedef {import("../../core/outbox.js").Entry} Entry */

/**
 * The entries without the words of texts that were erased. What still waits is left to the server,
 * which refuses it; then its turn comes.
 * @param {Entry[]} entries
 * @param {any[]} records
 */
export function withoutErased(entries, records) {
  const gone = new Set(records.filter((record) => record.reason === "erased").map((record) => record.id));
  return entries.map((entry) => (isOf(entry, gone) ? { ...entry, payload: { ...entry.payload, text: "" } } : entry));
}

/**
 * Whether some entry still holds the words of a text that was erased.
 * @param {Entry[]} entries
 * @param {any[]} records
 */
export function holdsErased(entries, records) {
  const gone = new Set(records.filter((record) => record.reason === "erased").map((record) => record.id));
  return gone.size > 0 && entries.some((entry) => isOf(entry, gone));
}

/**
 * @param {Entry} entry
 * @param {Set<string>} gone
 */
function isOf(entry, gone) {
  const id = entry.name === "contribution.post" ? entry.result?.id : entry.payload?.contribution;
  return entry.state !== "phone" && gone.has(id) && Boolean(entry.payload.text);
}
