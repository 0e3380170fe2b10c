/** Drafts on the disk: a cleared one is gone from there at once, and a disk that fails is asked again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { storage } from "./shelf.js";

const rows = new Map();
const disk = { fails: false, works: 0 };

/** The little of a browser's database that drafts use. */
function transaction() {
  /** @type {any} */
  const work = { error: null };
  const fails = disk.fails;
  disk.works += 1;
  const acts = [];
  work.objectStore = () => ({
    getAll: () => {
      /** @type {any} */
      const asked = { result: [...rows.values()] };
      acts.push(() => asked.onsuccess());
      return asked;
    },
    get: (name) => {
      /** @type {any} */
      const asked = {};
      acts.push(() => {
        asked.result = rows.get(name);
        asked.onsuccess();
      });
      return asked;
    },
    // What a request's answer asks for is done in the same turn.
    put: (row) => rows.set(row.name, row),
    delete: (name) => acts.push(() => rows.delete(name)),
  });
  setImmediate(() => {
    if (fails) return work.onabort();
    for (const act of acts) act();
    work.oncomplete();
  });
  return work;
}

globalThis.indexedDB = /** @type {any} */ ({
  open: () => {
    /** @type {any} */
    const asked = { result: { transaction, close() {} } };
    setImmediate(() => asked.onsuccess());
    return asked;
  },
});
Object.defineProperty(globalThis, "localStorage", { value: storage(), configurable: true });
const hidden = [];
globalThis.document = /** @type {any} */ ({ hidden: true, addEventListener: (_name, act) => hidden.push(act) });

const { flush, writeAfter } = await import("../../facilitation/static/js/core/drafts-disk.js");
const { draft, draftsReady } = await import("../../facilitation/static/js/core/drafts.js");
await draftsReady;

/** Resolves once the disk has done what was asked of it so far. */
async function settled() {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
const hide = () => {
  for (const act of hidden) act();
};
const texts = () => [...rows.values()].filter((row) => row.text).map((row) => JSON.parse(row.text).value);

test("a cleared draft is gone from the disk at once", async () => {
  draft("a").write("un mot");
  hide();
  await settled();
  assert.deepEqual(texts(), ["un mot"]);
  draft("a").clear();
  await settled();
  assert.deepEqual(texts(), []);
});

test("what a failing disk did not take is not forgotten, unless something newer came", async () => {
  draft("a").write("un mot");
  draft("b").write("ancien");
  hide();
  await settled();
  disk.fails = true;
  draft("a").clear();
  draft("b").write("moyen");
  hide();
  draft("b").write("nouveau");
  await settled();
  assert.deepEqual(texts(), ["un mot", "ancien"]);
  disk.fails = false;
  hide();
  await settled();
  assert.deepEqual(texts(), ["nouveau"]);
});

test("an older writing that fails late does not undo a clearing that succeeded", async () => {
  draft("b").write("en route");
  disk.fails = true;
  hide();
  await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
  disk.fails = false;
  draft("b").clear();
  await settled();
  hide();
  await settled();
  assert.deepEqual(texts(), []);
});

test("what another page cleared meanwhile is not brought back; a clock set back proves no clearing", async () => {
  for (const [later, left] of [
    [300, []],
    [3_600_000, ["tapé ici"]],
  ]) {
    draft("c").write("tapé ici");
    rows.set("tablee.draft.c", { name: "tablee.draft.c", text: null, at: Date.now() + Number(later) });
    hide();
    await settled();
    assert.deepEqual(texts(), left);
    draft("c").clear();
    await settled();
  }
});

test("a draft that was sent leaves the disk once what it became is there, never before", async () => {
  draft("d").write("envoyé");
  await flush();
  let written = (/** @type {any} */ _done) => {};
  const entry = new Promise((resolve) => (written = resolve));
  writeAfter(() => entry);
  draft("d").clear();
  draft("e").write("autre");
  hide();
  await settled();
  assert.deepEqual(texts(), ["envoyé"], "a page killed now still has it");
  written(null);
  await settled();
  assert.deepEqual(texts(), ["autre"]);
  writeAfter(async () => {});
});

test("where nothing changed, the disk is left in peace", async () => {
  await settled();
  const before = disk.works;
  hide();
  await settled();
  assert.equal(disk.works, before);
});

test("words go on the disk while somebody types without a pause, within a second of each", async (context) => {
  const settle = setImmediate;
  const quiet = () => new Promise((resolve) => settle(resolve));
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.now() });
  const typed = [];
  for (let count = 1; count <= 60; count += 1) {
    draft("flow").write("x".repeat(count));
    typed.push({ at: Date.now(), count });
    context.mock.timers.tick(50);
    for (let turn = 0; turn < 10; turn += 1) await quiet();
    const on = rows.get("tablee.draft.flow");
    const there = on?.text ? JSON.parse(on.text).value.length : 0;
    const due = typed.filter((one) => one.at <= Date.now() - 1000).at(-1)?.count ?? 0;
    assert.ok(there >= due, `${there} of ${due} characters`);
  }
  draft("flow").clear();
  for (let turn = 0; turn < 10; turn += 1) await quiet();
});
