/** One entry of the outbox: what it holds, what of it travels, what an answer makes of it. */

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} name
 * @property {any} payload
 * @property {any} meta what the page wants to remember; `fleeting`: forgotten once it is saved;
 *   `asked`: whoever asked hears the answer, and a refusal is not kept
 * @property {"phone"|"saved"|"refused"} state
 * @property {any} [result]
 * @property {string} [message] why it was refused, or why it still waits
 * @property {string} [code] why it was refused, for the page
 * @property {number} at when it was written, later than all before it on this phone
 * @property {boolean} [tried] whether the server may have it already
 * @property {number} [settledAt]
 * @property {string} [as]
 * @property {number} [base]
 * @property {string} [epoch] the life of the workshop in which it was saved, or its base was read
 * @property {string} [life] the life in which it was saved, of what is not offered again
 * @property {{number?: string, at: number}} [again] offered once more to a server that went back in time
 */

/** Commands that speak of one thing only, which needs no name. */
const WHOLE = ["missions.correct", "participant.correct", "table.call", "rapporteur.name"];

/** @param {Entry[]} entries */
export function inOrder(entries) {
  return [...entries].sort((one, other) => one.at - other.at);
}

/**
 * Two lists as one, each key once; the first prevails.
 * @param {Entry[]} first
 * @param {Entry[]} second
 */
export function together(first, second) {
  const known = new Set(first.map((entry) => entry.key));
  return inOrder([...first, ...second.filter((entry) => !known.has(entry.key))]);
}

/** @param {Entry} entry */
export function bodyOf({ key, name, payload, as, base, epoch, again }) {
  const life = epoch && (again || base != null) ? { epoch } : {};
  const number = again?.number ? { number: again.number } : {};
  return { key, name, payload, ...(as ? { as } : {}), ...(base == null ? {} : { base }), ...life, ...number };
}

/**
 * What an answer makes of an entry.
 * @param {Entry} entry
 * @param {any} answer
 * @returns {Entry}
 */
export function settle({ message: _old, ...entry }, answer) {
  const settledAt = Date.now();
  const epoch = answer.epoch ?? entry.epoch;
  if (answer.ok) return { ...entry, state: "saved", settledAt, result: answer.result, epoch };
  return { ...entry, state: "refused", settledAt, message: answer.message, code: answer.code };
}

/**
 * What an entry is a word on; a later word on the same thing replaces an earlier one.
 * @param {Entry} entry
 * @returns {string} something of its own for what is new
 */
export function subjectOf({ key, name, payload, as }) {
  const { contribution, commitment, statement, policy, ballot, action, voter, field } = payload ?? {};
  const thing = contribution ?? commitment ?? statement ?? policy ?? ballot ?? action;
  if (thing) return `${thing} ${voter ?? field ?? ""} ${as ?? ""}`;
  return WHOLE.includes(name) ? `${name} ${as ?? ""}` : key;
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
  const waiting = inOrder(entries).filter((entry) => entry.state === "phone");
  for (const entry of waiting) if (!first.has(subjectOf(entry))) first.set(subjectOf(entry), entry);
  const failed = (/** @type {Entry} */ entry) => failures.get(entry.key) ?? 0;
  return [...first.values()].sort((one, other) => failed(one) - failed(other) || one.at - other.at)[0];
}
