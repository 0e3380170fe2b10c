/** Drafts, kept as they are typed: a reload loses nothing. Without storage they live in memory. */

const STEM = "tablee.draft.";

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * @param {string} name
 * @returns {string|null}
 */
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * One draft, by a key that names its field and its author.
 * @param {string} key
 */
export function draft(key) {
  const name = `${STEM}${key}`;
  return {
    /** @returns {any} what was kept, or null */
    read() {
      const text = stored(name) ?? memory.get(name);
      try {
        return text == null ? null : JSON.parse(text);
      } catch {
        return null;
      }
    },
    /** @param {any} value */
    write(value) {
      const text = JSON.stringify(value);
      memory.set(name, text);
      try {
        localStorage.setItem(name, text);
      } catch {
        // A full or refused storage: memory holds it until the page closes.
      }
    },
    clear() {
      memory.delete(name);
      try {
        localStorage.removeItem(name);
      } catch {
        // Nothing was kept there either.
      }
    },
  };
}

/**
 * The keys of all drafts that begin alike.
 * @param {string} beginning
 * @returns {string[]}
 */
export function draftKeys(beginning) {
  const names = new Set(memory.keys());
  try {
    for (let place = 0; place < localStorage.length; place += 1) names.add(localStorage.key(place) ?? "");
  } catch {
    // Without storage, memory knows all there is.
  }
  const wanted = `${STEM}${beginning}`;
  return [...names].filter((name) => name.startsWith(wanted)).map((name) => name.slice(STEM.length));
}
