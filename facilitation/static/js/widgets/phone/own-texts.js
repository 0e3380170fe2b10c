/** One's own contributions, from what this phone kept and what the server says of them since; pure. */

/** @typedef {import("../../core/outbox.js").Entry} Entry */

/**
 * @typedef {object} Own
 * @property {string} key
 * @property {string|undefined} id
 * @property {any} posted what was sent
 * @property {any} record what the server shows of it, if anything
 * @property {Entry|null} entry
 * @property {Entry|null} change its latest correction or withdrawal
 * @property {string} text
 * @property {boolean} withdrawn
 */

/**
 * What I wrote on this phone, then what I signed on another, newest first.
 * @param {Entry[]} entries newest first
 * @param {any[]} records
 * @param {string|null} who
 * @param {(record: any) => boolean} signedElsewhere
 * @returns {Own[]}
 */
export function ownTexts(entries, records, who, signedElsewhere) {
  const mine = entries.filter((entry) => entry.meta.who === who);
  const known = new Map(records.map((record) => [record.id, record]));
  const posted = mine.filter((entry) => entry.name === "contribution.post").map((entry) => own(entry, mine, known));
  // Once the day is closed this phone has no words of its own: what the server does not show is not shown.
  const here = posted.filter((one) => one.record || one.text !== undefined);
  const ids = new Set(here.map((one) => one.id));
  const elsewhere = records
    .filter((record) => signedElsewhere(record) && !ids.has(record.id) && !isLeaving(here, record))
    .map((record) => written(record, mine))
    .reverse();
  return [...here, ...elsewhere];
}

/**
 * The server may show a text a moment before it answers for it: a phone shows it once all the same.
 * @param {Own[]} here
 * @param {any} record
 */
export function isLeaving(here, record) {
  const same = (/** @type {any} */ posted) => posted.kind === record.kind && posted.text === record.text;
  return here.some((one) => one.entry?.state === "phone" && same(one.posted));
}

/**
 * @param {Entry} entry
 * @param {Entry[]} mine
 * @param {Map<string, any>} known
 * @returns {Own}
 */
function own(entry, mine, known) {
  const id = entry.result?.id;
  const record = known.get(id);
  const change = changeOf(mine, id);
  const told = pendingText(change) ?? record?.text ?? savedText(mine, id) ?? entry.payload.text;
  const text = record?.reason === "erased" ? "" : told;
  return { key: entry.key, id, posted: entry.payload, record, entry, change, text, withdrawn: gone(record, change) };
}

/**
 * @param {any} record
 * @param {Entry[]} mine
 * @returns {Own}
 */
function written(record, mine) {
  const change = changeOf(mine, record.id);
  const text = pendingText(change) ?? record.text;
  return {
    key: record.id,
    id: record.id,
    posted: record,
    record,
    entry: null,
    change,
    text,
    withdrawn: gone(record, change),
  };
}

/**
 * @param {Entry[]} mine newest first
 * @param {string|undefined} id
 * @returns {Entry|null}
 */
function changeOf(mine, id) {
  const names = ["contribution.edit", "contribution.withdraw"];
  return (id && mine.find((entry) => names.includes(entry.name) && entry.payload.contribution === id)) || null;
}

/** @param {Entry|null} change */
function pendingText(change) {
  return change?.state === "phone" ? change.payload.text : undefined;
}

/**
 * Before the server shows a text again, this phone knows best how it was corrected.
 * @param {Entry[]} mine
 * @param {string|undefined} id
 */
function savedText(mine, id) {
  const edit = mine.find(
    (entry) => entry.name === "contribution.edit" && entry.state === "saved" && entry.payload.contribution === id,
  );
  return edit?.payload.text;
}

/**
 * @param {any} record
 * @param {Entry|null} change
 */
function gone(record, change) {
  return record?.state === "withdrawn" || (change?.name === "contribution.withdraw" && change.state === "saved");
}
