/** Where an outbox lies down: several pages of one phone, and a person who came back by the door. */

/** @typedef {import("./outbox-entry.js").Entry} Entry */

/**
 * Two lists of entries as one, each key once: what is settled prevails over what still waits.
 * @param {Entry[]} mine
 * @param {Entry[]} there
 * @param {Set<string>} gone
 * @returns {Entry[]}
 */
export function merged(mine, there, gone) {
  /** @type {Map<string, Entry>} */
  const byKey = new Map(mine.map((entry) => [entry.key, entry]));
  for (const entry of there) {
    const held = byKey.get(entry.key);
    if (!held) byKey.set(entry.key, entry);
    else if (held.state === "phone" && entry.state !== "phone") Object.assign(held, entry);
  }
  return [...byKey.values()].filter((entry) => !gone.has(entry.key)).sort((one, other) => one.at - other.at);
}

/**
 * A phone that lost its place and joined again is somebody new: what it had not sent goes along.
 * @param {globalThis.Storage} storage
 * @param {string} stem how the places of this seminar's participants begin
 * @param {string} participant
 */
export function adopt(storage, stem, participant) {
  const own = `${stem}${participant}`;
  const places = Array.from({ length: storage.length }, (_one, place) => storage.key(place) ?? "");
  for (const place of places.filter((one) => one.startsWith(stem) && one !== own)) {
    const entries = read(storage, place);
    const waiting = entries.filter((entry) => entry.state === "phone");
    if (!waiting.length) continue;
    const brought = waiting.map((entry) => ({ ...entry, meta: { ...entry.meta, who: participant } }));
    storage.setItem(own, JSON.stringify(merged(read(storage, own), brought, new Set())));
    storage.setItem(place, JSON.stringify(entries.filter((entry) => entry.state !== "phone")));
  }
}

/**
 * @param {globalThis.Storage} storage
 * @param {string} place
 * @returns {Entry[]}
 */
function read(storage, place) {
  try {
    return JSON.parse(storage.getItem(place) ?? "[]");
  } catch {
    return [];
  }
}

/** @returns {globalThis.Storage|null} the browser's storage, if it really takes something */
export function usable() {
  try {
    localStorage.setItem("tablee.probe", "1");
    localStorage.removeItem("tablee.probe");
    return localStorage;
  } catch {
    return null;
  }
}
