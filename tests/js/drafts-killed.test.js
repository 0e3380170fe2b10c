/** A browser that is killed loses what it had not written down: the disk and the plain storage disagree. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { storage } from "./shelf.js";

const NAME = "tablee.draft.C.p.post.s1.proposal";
const text = (value, at) => JSON.stringify({ value, at });

/** The database of the page before. @type {any} */
let last;

/** A page that opens on what a phone still has; the drafts as it reads them, and what it left behind. */
async function opensOn({ disk, plain }) {
  const rows = new Map(disk.map((row) => [row.name, row]));
  const kept = storage(plain);
  Object.defineProperty(globalThis, "localStorage", { value: kept, configurable: true });
  const store = {
    getAll: () => asked([...rows.values()]),
    get: (name) => asked(rows.get(name)),
    put: (row) => rows.set(row.name, row),
    delete: (name) => rows.delete(name),
  };
  /** @param {any} result @returns {any} */
  function asked(result) {
    /** @type {any} */
    const answer = { result };
    setImmediate(() => answer.onsuccess?.());
    return answer;
  }
  const transaction = () => {
    /** @type {any} */
    const work = { objectStore: () => store };
    setImmediate(() => setImmediate(() => work.oncomplete()));
    return work;
  };
  last?.onclose();
  last = { transaction, close() {} };
  globalThis.indexedDB = /** @type {any} */ ({ open: () => asked(last) });
  const once = `?${Math.random()}`;
  const { draft, draftsReady } = await import(`../../facilitation/static/js/core/drafts.js${once}`);
  await draftsReady;
  return { read: () => draft("C.p.post.s1.proposal").read(), rows, kept: kept.kept };
}

test("the disk knew more than the plain storage: the plain storage then knows it too", async () => {
  const { read, kept } = await opensOn({
    disk: [{ name: NAME, text: text("un mot de plus", 20), at: 20 }],
    plain: { [NAME]: text("un mot", 10) },
  });
  assert.equal(read(), "un mot de plus");
  assert.equal(kept.get(NAME), text("un mot de plus", 20), "another page of this phone reads the same");
});

test("the plain storage knew more than the disk", async () => {
  const { read } = await opensOn({
    disk: [{ name: NAME, text: text("un mot", 10), at: 10 }],
    plain: { [NAME]: text("un mot de plus", 20) },
  });
  assert.equal(read(), "un mot de plus");
});

test("what was sent just before the kill is not a draft again", async () => {
  const { read, kept } = await opensOn({
    disk: [{ name: NAME, text: null, at: Date.now() }],
    plain: { [NAME]: text("envoyé", Date.now() - 5_000) },
  });
  assert.deepEqual([read(), kept.has(NAME)], [null, false]);
});

test("what was typed after a clearing stands, and an old clearing leaves the disk", async () => {
  const long = Date.now() - 7_200_000;
  const { read, rows } = await opensOn({
    disk: [{ name: NAME, text: null, at: long }],
    plain: { [NAME]: text("nouveau", long + 1_000) },
  });
  assert.deepEqual([read(), rows.size], ["nouveau", 0]);
});

test("what else the disk holds is no draft", async () => {
  const { kept } = await opensOn({ disk: [{ name: "day./w/C", text: "{}", at: Date.now() }], plain: {} });
  assert.equal(kept.size, 0);
});
