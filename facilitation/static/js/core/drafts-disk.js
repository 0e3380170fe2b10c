/** Drafts on the phone's own disk: written at each pause of typing, and at least once a second. */
import { onDisk } from "./disk.js";
import { TYPED } from "./timings.js";

/** @typedef {{name: string, text: string, at: number}} Row */

/** What changed since the disk was last written to. @type {Map<string, string|null>} */
const changed = new Map();

/** Whether the next writing is already on its way. */
let asked = false;

/** @returns {Promise<Row[]>} nothing, where there is no disk */
export async function draftsOnDisk() {
  /** @type {Row[]} */
  let rows = [];
  try {
    await onDisk("drafts", (store) => {
      const all = store.getAll();
      all.onsuccess = () => {
        rows = all.result;
      };
    });
  } catch {
    // The plain storage has them as well, or memory does.
  }
  return rows;
}

/**
 * @param {string} name
 * @param {string|null} text null when it was cleared
 */
export function writeDraft(name, text) {
  changed.set(name, text);
  // What was sent or taken back must not be found again, were the page killed at this moment.
  if (text === null) flush();
  if (asked || !changed.size) return;
  asked = true;
  setTimeout(flush, TYPED);
}

/** Write down what was typed; what the disk does not take is kept for the next time, unless newer comes. */
async function flush() {
  asked = false;
  const rows = [...changed];
  if (!rows.length) return;
  try {
    await onDisk("drafts", (store) => {
      for (const [name, text] of rows) {
        if (text === null) store.delete(name);
        else store.put({ name, text, at: JSON.parse(text).at });
      }
    });
    for (const [name, text] of rows) if (changed.get(name) === text) changed.delete(name);
  } catch {
    // The next pause tries again with what is typed then.
  }
}

globalThis.document?.addEventListener("visibilitychange", () => {
  if (document.hidden) flush();
});
