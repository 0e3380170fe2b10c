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
 * What an entry is a word on; a later word on the same thing replaces an earlier one.
 * @param {Entry} entry
 * @returns {string} something of its own for what is new
 */
function subjectOf({ key, name, payload, as }) {
  const { contribution, commitment, statement, policy, ballot, voter } = payload ?? {};
  const thing = contribution ?? commitment ?? statement ?? policy ?? ballot;
  if (!thing) return name === "missions.correct" ? `${name} ${as ?? ""}` : key;
  return `${thing} ${voter ?? ""} ${as ?? ""}`;
}

/**
 * The oldest of those that failed least: one entry that fails for ever holds back no other, unless
 * it is an earlier word on the same thing, which must not arrive last and stand.
 * @param {Entry[]} entries
 * @param {Map<string, number>} failures of each entry
 * @returns {Entry|undefined}
 */
export function nextOf(entries, failures) {
  /** @type {Map<string, Entry>} */
  const first = new Map();
  const waiting = entries.filter((entry) => entry.state === "phone").sort((one, other) => one.at - other.at);
  for (const entry of waiting) if (!first.has(subjectOf(entry))) first.set(subjectOf(entry), entry);
  const failed = (/** @type {Entry} */ entry) => failures.get(entry.key) ?? 0;
  return [...first.values()].sort((one, other) => failed(one) - failed(other) || one.at - other.at)[0];
}
