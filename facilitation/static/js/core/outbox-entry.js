/** One entry of the outbox: what it holds, what of it travels, what an answer makes of it. */

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} name
 * @property {any} payload
 * @property {any} meta what the page wants to remember; `fleeting`: forgotten once it is saved
 * @property {"phone"|"saved"|"refused"} state
 * @property {any} [result]
 * @property {string} [message] why it was refused, or why it still waits
 * @property {string} [code] why it was refused, for the page
 * @property {number} at
 * @property {number} [settledAt]
 * @property {string} [as]
 * @property {number} [base]
 */

/** @param {Entry} entry */
export function bodyOf({ key, name, payload, as, base }) {
  return { key, name, payload, ...(as ? { as } : {}), ...(base == null ? {} : { base }) };
}

/**
 * @param {Entry} entry
 * @param {any} answer
 */
export function settle(entry, answer) {
  entry.state = answer.ok ? "saved" : "refused";
  entry.settledAt = Date.now();
  delete entry.message;
  if (answer.ok) entry.result = answer.result;
  else Object.assign(entry, { message: answer.message, code: answer.code });
}

/**
 * The oldest of those that failed least: one entry that fails for ever holds back no other.
 * @param {Entry[]} entries
 * @param {Map<string, number>} failures of each entry
 * @returns {Entry|undefined}
 */
export function nextOf(entries, failures) {
  const waiting = entries.filter((entry) => entry.state === "phone");
  const failed = (/** @type {Entry} */ entry) => failures.get(entry.key) ?? 0;
  return waiting.sort((one, other) => failed(one) - failed(other) || one.at - other.at)[0];
}
