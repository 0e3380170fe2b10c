/** Drafts, kept as they are typed: a reload loses nothing. Without storage they live in memory. */

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * One draft, by a key that names its field and its author.
 * @param {string} key
 */
export function draft(key) {
  const name = `tablee.draft.${key}`;
  return {
    /** @returns {any} what was kept, or null */
    read() {
      try {
        const text = localStorage.getItem(name) ?? memory.get(name);
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
