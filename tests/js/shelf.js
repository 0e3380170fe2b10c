/** Shelves and a wait for the outbox's tests. */
import { memoryShelf } from "../../facilitation/static/js/core/outbox-shelves.js";

/** A storage as the browser's, over a map. @returns {any} */
export function storage(start = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    key: (place) => [...kept.keys()][place],
    get length() {
      return kept.size;
    },
  };
}

/** A phone's disk for tests: outlives its pages, and `found` reads it. @returns {any} */
export function disk() {
  const shelf = memoryShelf();
  return {
    ...shelf,
    kind: "disk",
    found: (place = "o") => shelf.change(place, (entries) => entries),
    lay: (place, entries) => shelf.change(place, () => entries),
  };
}

/** Resolves when an outbox has come so far. */
export async function until(outbox, fits) {
  while (!fits(outbox)) await new Promise((resolve) => setImmediate(resolve));
}
