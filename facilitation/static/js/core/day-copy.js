/**
 * What this phone knew of the day when it last heard of it, for a page that opens while the server is
 * away: the running order, the situations, the services, one's own place. No text that anybody wrote in
 * the room, no vote, no name of another person. It goes when its page goes. It lies beside the drafts,
 * for a store of its own would be another version of the database.
 */
import { onDisk } from "./disk.js";

/** @typedef {Record<string, Record<string, Record<string, any>>>} Days records by stream and collection */
/** @typedef {{epoch: string, offset: number, streams: Days}} Day */

const STEM = "day.";

/** Collections of the scenario, the same for everybody. */
const COMMON = ["workshop", "steps", "cases", "services", "lenses"];

/** What of them is not of the scenario: texts of cadres, names and persons. @type {Record<string, string>} */
const WRITTEN = { services: "missions", steps: "speakers", tables: "rapporteur" };

/**
 * The part of what streams hold that may be kept.
 * @param {Map<string, {records: Record<string, Record<string, any>>}>} held
 * @param {{table?: string|null, participant?: string|null}} boot
 * @returns {Days}
 */
export function keepable(held, { table, participant }) {
  const own = /** @type {const} */ ([
    ["tables", table],
    ["participants", participant],
  ]);
  /** @type {Days} */
  const streams = {};
  for (const [name, { records }] of held) {
    streams[name] = Object.fromEntries(COMMON.map((collection) => [collection, without(collection, records)]));
    for (const [collection, id] of own) {
      const record = id && without(collection, records)[id];
      if (record) streams[name][collection] = { [id]: record };
    }
    // Whoever speaks for the table goes on doing so: one's own number is no other person's.
    const mine = table && records.tables?.[table];
    if (mine && participant && mine.rapporteur === participant) streams[name].tables = { [table]: mine };
  }
  return streams;
}

/**
 * The records of a collection, less what somebody wrote in the room or who somebody is.
 * @param {string} collection
 * @param {Record<string, Record<string, any>>} records
 */
function without(collection, records) {
  const field = WRITTEN[collection];
  const all = Object.entries(records[collection] ?? {});
  if (!field) return Object.fromEntries(all);
  return Object.fromEntries(all.map(([id, { [field]: _left, ...record }]) => [id, record]));
}

/**
 * @param {string} page
 * @returns {Promise<Day|null>}
 */
export async function dayKept(page) {
  /** @type {any} */
  let found = null;
  await onDisk("drafts", (store) => {
    const asked = store.get(`${STEM}${page}`);
    asked.onsuccess = () => {
      found = asked.result;
    };
  });
  return found ? JSON.parse(found.text) : null;
}

/**
 * @param {string} page
 * @param {Day} day
 */
export function keepDay(page, day) {
  const row = { name: `${STEM}${page}`, text: JSON.stringify(day), at: Date.now() };
  return onDisk("drafts", (store) => store.put(row));
}

/**
 * @param {string|null} page null: of all pages
 */
export function forgetDay(page) {
  const which = page === null ? IDBKeyRange.bound(STEM, `${STEM}\uffff`) : `${STEM}${page}`;
  return onDisk("drafts", (store) => store.delete(which));
}
