/** A storage and a wait for the outbox's tests. */

/** A storage as the browser's, over a map. @returns {any} */
export function shelf(start = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    key: (place) => [...kept.keys()][place],
    get length() {
      return kept.size;
    },
  };
}

/** Resolves when the outbox tells a change that fits. */
export function until(outbox, fits) {
  return new Promise((resolve) => {
    const look = () => fits(outbox) && resolve(undefined);
    outbox.onChange(look);
    look();
  });
}
