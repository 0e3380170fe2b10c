/** A room for tests: the records that it is given. */

/** A room with these records. @param {Record<string, any[]>} records */
export function roomOf(records, live = /** @type {any} */ ({})) {
  return {
    live,
    boot: {},
    all: (/** @type {string} */ name) => [...(records[name] ?? [])],
    get: (/** @type {string} */ name, /** @type {string} */ id) => (records[name] ?? []).find((one) => one.id === id),
  };
}
