/**
 * Drafts on the phone's own disk: written at each pause of typing, and at least once a second. A draft
 * that was cleared leaves its name for a while, without a word: the plain storage may have died before
 * it wrote the clearing down, and would show what was sent as if it had not been.
 */
import { onDisk } from "./disk.js";
import { CLEARED, TYPED } from "./timings.js";

/** @typedef {{name: string, text: string|null, at: number}} Row */

/** What changed since the disk was last written to. @type {Map<string, Row>} */
const changed = new Map();

/** What must be on the disk before a draft changes there. @type {() => Promise<unknown>} */
let first = async () => {};

/**
 * What a draft became when it was sent is kept before the draft goes: a page killed in between has one.
 * @param {() => Promise<unknown>} act
 */
export function writeAfter(act) {
  first = act;
}

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
        for (const { name, text, at } of rows) if (text === null && Date.now() - at > CLEARED) store.delete(name);
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
  changed.set(name, { name, text, at: text === null ? Date.now() : JSON.parse(text).at });
  // What was sent or taken back must not be found again, were the page killed at this moment.
  if (text === null) flush();
  if (asked) return;
  asked = true;
  setTimeout(flush, TYPED);
}

/** Write down what was typed; what the disk does not take is kept for the next time, unless newer comes. */
export async function flush() {
  asked = false;
  await first();
  const rows = [...changed.values()];
  if (!rows.length) return;
  try {
    await onDisk("drafts", (store) => {
      for (const row of rows) put(store, row);
    });
    for (const row of rows) if (changed.get(row.name) === row) changed.delete(row.name);
  } catch {
    // The next pause tries again with what is typed then.
  }
}

/**
 * Unless another page of this phone cleared it since it was typed here. A clock that was set back
 * further than a writing may wait proves nothing: then the words are kept.
 * @param {IDBObjectStore} store
 * @param {Row} row
 */
function put(store, row) {
  const there = store.get(row.name);
  there.onsuccess = () => {
    const since = (there.result?.at ?? 0) - row.at;
    const cleared = there.result?.text === null && since > 0 && since < 2 * TYPED;
    if (row.text === null || !cleared) store.put(row);
  };
}

globalThis.document?.addEventListener("visibilitychange", () => {
  if (document.hidden) flush();
});
