/**
 * Where an outbox lies on this phone: the disk, else the browser's plain storage, else this page's
 * memory. Each changes a list in one step, so that several pages never erase each other's entries.
 */
import { onDisk } from "./disk.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */
/** @typedef {(entries: Entry[]) => Entry[]} Change what a list becomes; called once, within the step */

/**
 * @typedef {object} Shelf
 * @property {"disk"|"plain"|"memory"} kind how far it is to be trusted
 * @property {(place: string, act: Change) => Promise<Entry[]>} change
 * @property {(stem: string) => Promise<string[]>} places that begin so
 */

/** @type {Shelf} */
export const diskShelf = {
  kind: "disk",
  async change(place, act) {
    /** @type {Entry[]} */
    let after = [];
    await onDisk("entries", (store) => {
      const asked = store.getAll(IDBKeyRange.bound([place], [place, []]));
      asked.onsuccess = () => {
        after = rewrite(store, place, asked.result, act);
      };
    });
    return after;
  },
  async places(stem) {
    /** @type {Set<string>} */
    const found = new Set();
    await onDisk("entries", (store) => {
      const asked = store.getAllKeys(IDBKeyRange.bound([stem], [`${stem}\uffff`]));
      asked.onsuccess = () => {
        for (const key of asked.result) found.add(/** @type {any} */ (key)[0]);
      };
    });
    return [...found];
  },
};

/**
 * Write what differs, and nothing else.
 * @param {IDBObjectStore} store
 * @param {string} place
 * @param {{key: string, entry: Entry}[]} rows
 * @param {Change} act
 */
function rewrite(store, place, rows, act) {
  const before = new Map(rows.map((row) => [row.key, JSON.stringify(row.entry)]));
  const after = act(rows.map((row) => row.entry));
  for (const entry of after) {
    if (before.get(entry.key) !== JSON.stringify(entry)) store.put({ place, key: entry.key, entry });
    before.delete(entry.key);
  }
  for (const key of before.keys()) store.delete([place, key]);
  return after;
}

/** @type {Shelf} */
export const plainShelf = {
  kind: "plain",
  async change(place, act) {
    const after = act(JSON.parse(localStorage.getItem(place) ?? "[]"));
    if (after.length || localStorage.getItem(place)) localStorage.setItem(place, JSON.stringify(after));
    return after;
  },
  async places(stem) {
    const names = Array.from({ length: localStorage.length }, (_one, place) => localStorage.key(place) ?? "");
    return names.filter((name) => name.startsWith(stem));
  },
};

/**
 * A shelf that is gone with its page.
 * @returns {Shelf}
 */
export function memoryShelf() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    kind: "memory",
    async change(place, act) {
      const after = act(JSON.parse(kept.get(place) ?? "[]"));
      kept.set(place, JSON.stringify(after));
      return after;
    },
    places: async (stem) => [...kept.keys()].filter((name) => name.startsWith(stem)),
  };
}
