/**
 * What a phone keeps of its entries once the day is closed: what was never answered, and of its own
 * texts the number and the proof that they are one's own, so that they are found again in what the
 * server shows; the words only of those that it does not show. Nothing that is offered again. Pure.
 */

/** @typedef {import("../../core/outbox.js").Entry} Entry */

/** What is left of a text of one's own: where it belongs, and what proves whose it is. */
const LEFT = ["kind", "step", "case", "anonymous", "for_table", "edit_secret"];

/**
 * @param {Entry[]} entries
 * @param {any[]} records the texts that this phone may read
 * @param {boolean} shared a table's device, which is nobody's own
 * @returns {Entry[]}
 */
export function closedOver(entries, records, shared) {
  return entries.flatMap((entry) => {
    if (entry.state !== "saved") return [entry];
    return shared || entry.name !== "contribution.post" ? [] : traceOf(entry, entries, records);
  });
}

/**
 * Whether something is left that the close makes superfluous.
 * @param {Entry[]} entries
 * @param {any[]} records
 * @param {boolean} shared
 */
export function holdsAnswered(entries, records, shared) {
  return JSON.stringify(closedOver(entries, records, shared)) !== JSON.stringify(entries);
}

/**
 * @param {Entry} entry
 * @param {Entry[]} entries
 * @param {any[]} records
 * @returns {Entry[]}
 */
function traceOf({ key, name, payload, meta, state, at, result }, entries, records) {
  const id = result?.id;
  if (!id || of(entries, "contribution.withdraw", id).length) return [];
  const left = Object.entries(payload).filter(([field, value]) => LEFT.includes(field) && value != null);
  const edits = of(entries, "contribution.edit", id).sort((one, other) => one.at - other.at);
  const words = isRead(records, id) ? {} : { text: edits.at(-1)?.payload.text ?? payload.text };
  return [{ key, name, payload: { ...Object.fromEntries(left), ...words }, meta, state, at, result }];
}

/** @param {any[]} records @param {string} id */
function isRead(records, id) {
  const found = records.find((record) => record.id === id);
  return Boolean(found) && (found.text !== undefined || found.state === "withdrawn" || found.reason === "erased");
}

/**
 * What was saved on a text.
 * @param {Entry[]} entries
 * @param {string} command
 * @param {string} id
 */
function of(entries, command, id) {
  const fits = (/** @type {Entry} */ one) => one.name === command && one.payload.contribution === id;
  return entries.filter((one) => one.state === "saved" && fits(one));
}
