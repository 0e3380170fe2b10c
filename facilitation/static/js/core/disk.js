/**
 * The phone's own database, for what must outlive a killed page: written to the disk itself before
 * anybody goes on (`strict`; browsers would otherwise answer when the system has it in memory).
 */
import { DISK } from "./timings.js";

const NAME = "tablee";

/** @type {Promise<IDBDatabase>|undefined} */
let opened;

/**
 * A promise that gives up: some browsers never answer at all for a database that they refuse.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function bounded(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The disk does not answer")), DISK);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("entries", { keyPath: ["place", "key"] });
      asked.result.createObjectStore("drafts", { keyPath: "name" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("An older page holds the database"));
  });
}

/** @returns {Promise<IDBDatabase>} */
async function database() {
  opened ??= bounded(open());
  try {
    const found = await opened;
    found.onversionchange = found.onclose = () => {
      found.close();
      opened = undefined;
    };
    return found;
  } catch (failure) {
    opened = undefined;
    throw failure;
  }
}

/**
 * One transaction on one store, over once it is on disk; other pages of this phone wait for it.
 * @param {"entries"|"drafts"} name
 * @param {(store: IDBObjectStore) => void} act
 * @returns {Promise<void>}
 */
export async function onDisk(name, act) {
  const found = await database();
  return bounded(
    new Promise((resolve, reject) => {
      const work = found.transaction(name, "readwrite", { durability: "strict" });
      work.oncomplete = () => resolve();
      work.onabort = work.onerror = () => reject(work.error ?? new Error("The disk refused"));
      act(work.objectStore(name));
    }),
  );
}
