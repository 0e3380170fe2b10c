/**
 * Drafts, kept as they are typed: in the browser's plain storage at each key, and on the disk itself
 * at each pause, since browsers write the plain one down seconds later. Without either, in memory.
 */
import { draftsOnDisk, writeDraft } from "./drafts-disk.js";

const STEM = "tablee.draft.";

/** What was typed, as text; null where a draft was cleared. @type {Map<string, string|null>} */
const memory = new Map();

/** Resolves when what the disk kept better than the plain storage has been read. @type {Promise<void>} */
export const draftsReady = recall();

async function recall() {
  for (const { name, text, at } of await draftsOnDisk()) {
    if (!name.startsWith(STEM)) continue;
    const kept = parsed(stored(name))?.at ?? 0;
    if (!memory.has(name) && (text === null ? at >= kept : at > kept)) lay(name, text);
  }
}

/** @param {string|null|undefined} text */
function parsed(text) {
  try {
    return text == null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

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
 * @param {string} name
 * @param {string|null} text
 */
function keep(name, text) {
  lay(name, text);
  writeDraft(name, text);
}

/**
 * @param {string} name
 * @param {string|null} text
 */
function lay(name, text) {
  memory.set(name, text);
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    // Another page of this phone may write it too: the storage knows best.
    memory.delete(name);
  } catch {
    // A full or refused storage: memory holds it until the page closes.
  }
}

/**
 * Be told when another page of this phone writes a draft: both then show what was typed last.
 * @param {() => void} listener
 */
export function onDraftElsewhere(listener) {
  addEventListener("storage", ({ key }) => {
    if (key?.startsWith(STEM)) listener();
  });
}

/**
 * One draft, by a key that names its field and its author.
 * @param {string} key
 */
export function draft(key) {
  const name = `${STEM}${key}`;
  return {
    /** @returns {any} what was kept, or null */
    read: () => parsed(memory.has(name) ? memory.get(name) : stored(name))?.value ?? null,
    /** @param {any} value */
    write: (value) => keep(name, JSON.stringify({ value, at: Date.now() })),
    clear: () => keep(name, null),
  };
}

/**
 * The keys of all drafts that begin alike.
 * @param {string} beginning
 * @returns {string[]}
 */
export function draftKeys(beginning) {
  const names = new Set([...memory].flatMap(([name, text]) => (text === null ? [] : [name])));
  try {
    for (let place = 0; place < localStorage.length; place += 1) {
      const name = localStorage.key(place) ?? "";
      if (!memory.has(name)) names.add(name);
    }
  } catch {
    // Without storage, memory knows all there is.
  }
  const wanted = `${STEM}${beginning}`;
  return [...names].filter((name) => name.startsWith(wanted)).map((name) => name.slice(STEM.length));
}
