/**
 * What a phone keeps of its entries once the day is closed: what was never answered, and of its own
 * texts the number and the proof that they are one's own, so that they are found again in what the
 * server shows; the words only of those that it does not show, or may cease to. Nothing that is
 * offered again; what another life of the workshop answered is left to be offered first. Pure.
 */

/** @typedef {import("../../core/outbox.js").Entry} Entry */

/** What is left of a text of one's own: where it belongs, and what proves whose it is. */
const LEFT = ["kind", "step", "case", "anonymous", "for_table", "edit_secret"];

/**
 * @param {Entry[]} entries
 * @param {any[]} records the texts that this phone may read
 * @param {boolean} shared a table's device, which is nobody's own
 * @param {string} epoch the life of the workshop that the records are of
 * @returns {Entry[]}
 */
export function closedOver(entries, records, shared, epoch) {
  return entries.flatMap((entry) => {
    if (entry.state !== "saved" || isOfAnother(entry, epoch)) return [entry];
    if (shared) return isEngagement(entry, entries) ? [entry] : [];
    return entry.name === "contribution.post" ? traceOf(entry, entries, records) : [];
  });
}

/** @param {Entry} entry @param {string} epoch */
function isOfAnother(entry, epoch) {
  const life = entry.epoch || entry.life;
  return Boolean(life) && life !== epoch;
}

/**
 * A shared device has no personal stream: nothing else shows its people what they took upon themselves.
 * @param {Entry} entry
 * @param {Entry[]} entries
 */
function isEngagement({ name, result }, entries) {
  if (name !== "commitment.make") return false;
  const gone = entries.filter((one) => one.state === "saved" && one.name === "commitment.withdraw");
  return !gone.some((one) => one.payload.commitment === result?.id);
}

/**
 * Whether something is left that the close makes superfluous.
 * @param {Entry[]} entries
 * @param {any[]} records
 * @param {boolean} shared
 * @param {string} epoch
 */
export function holdsAnswered(entries, records, shared, epoch) {
  return JSON.stringify(closedOver(entries, records, shared, epoch)) !== JSON.stringify(entries);
}

/**
 * @param {Entry} entry
 * @param {Entry[]} entries
 * @param {any[]} records
 * @returns {Entry[]}
 */
function traceOf({ key, name, payload, meta, state, at, result, epoch, life = epoch }, entries, records) {
  const id = result?.id;
  if (!id || of(entries, "contribution.withdraw", id).length) return [];
  const left = Object.entries(payload).filter(([field, value]) => LEFT.includes(field) && value != null);
  const edits = of(entries, "contribution.edit", id).sort((one, other) => one.at - other.at);
  const text = edits.at(-1)?.payload.text ?? payload.text;
  const words = text === undefined || isRead(records, id, payload.anonymous) ? {} : { text };
  const lived = life ? { life } : {};
  return [{ key, name, payload: { ...Object.fromEntries(left), ...words }, meta, state, at, result, ...lived }];
}

/**
 * Whether the server tells its words, and will: those of a non-nominative text are in no personal
 * stream, and would be nowhere once it is set aside after a reopening.
 * @param {any[]} records
 * @param {string} id
 * @param {boolean} anonymous
 */
function isRead(records, id, anonymous) {
  const found = records.find((record) => record.id === id);
  if (!found) return false;
  return found.state === "withdrawn" || found.reason === "erased" || (!anonymous && found.text !== undefined);
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
