/** Where the outbox lies: plain storage, a full one, what an older page left, a person who came back. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { adopt } from "../../facilitation/static/js/core/outbox-adopt.js";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { plainShelf } from "../../facilitation/static/js/core/outbox-shelves.js";
import { disk, storage, until } from "./shelf.js";

const never = () => new Promise(() => {});
const soon = () => 0;
const saved = async () => ({ ok: true, result: {} });

beforeEach(() => {
  Object.defineProperty(globalThis, "localStorage", { value: storage(), configurable: true, writable: true });
});

test("the plain storage takes over where there is no disk, and outlives the page", async () => {
  const outbox = new Outbox("o", never, [plainShelf]);
  outbox.add("contribution.post", { text: "un mot" });
  await outbox.line;
  assert.equal(outbox.kind, "plain");
  assert.equal(JSON.parse(localStorage.getItem("o") ?? "[]")[0].payload.text, "un mot");
});

test("a disk that breaks in the middle of the day is left with all that this page holds", async () => {
  const good = disk();
  let full = false;
  const shelf = {
    ...good,
    change: (place, act) => (full ? Promise.reject(new Error("quota")) : good.change(place, act)),
  };
  const outbox = new Outbox("o", never, [shelf, plainShelf]);
  outbox.add("contribution.post", { text: "avant" });
  await outbox.line;
  full = true;
  outbox.add("contribution.post", { text: "après" });
  await outbox.line;
  assert.equal(outbox.kind, "plain");
  assert.deepEqual(
    outbox.entries().map((entry) => entry.payload.text),
    ["après", "avant"],
  );
});

test("what lay on the plain storage moves to the disk as soon as there is one", async () => {
  const before = new Outbox("o", never, [plainShelf]);
  const { key } = before.add("contribution.post", { text: "un mot" });
  await before.line;
  const sent = [];
  const shelf = disk();
  const after = new Outbox(
    "o",
    async (/** @type {any} */ body) => sent.push(body.key) && { ok: true, result: {} },
    [shelf, plainShelf],
    soon,
  );
  await adopt(after, "o", null);
  after.drain();
  await until(after, () => after.entries()[0]?.state === "saved");
  assert.deepEqual(sent, [key]);
  assert.equal(localStorage.getItem("o"), "[]");
});

test("whoever joins again takes along what was not sent, and only that", async () => {
  const old = [
    { key: "a", state: "phone", at: 1, meta: { who: "old" }, payload: {} },
    { key: "b", state: "saved", at: 2, meta: { who: "old" }, payload: {} },
  ];
  const shelf = disk();
  await shelf.lay("t.C.old", old);
  await shelf.lay("t.D.else", old);
  const outbox = new Outbox("t.C.new", saved, [shelf]);
  await adopt(outbox, "t.C.", "new");
  assert.deepEqual(
    (await shelf.found("t.C.new")).map((entry) => [entry.key, entry.meta.who]),
    [["a", "new"]],
  );
  assert.deepEqual(
    (await shelf.found("t.C.old")).map((entry) => entry.key),
    ["b"],
  );
  assert.equal((await shelf.found("t.D.else")).length, 2);
});

test("a table's device takes nothing from another table, whose number begins alike", async () => {
  const shelf = disk();
  const waits = { key: "a", state: "phone", at: 1, meta: { who: "p" }, payload: { text: "de la dix" } };
  const place = (/** @type {string} */ table) => `tablee.outbox.C.table.${table}`;
  await shelf.lay(place("10"), [waits]);
  const one = new Outbox(place("1"), saved, [shelf]);
  await adopt(one, place(""), null);
  assert.deepEqual(await shelf.found(place("1")), []);
  assert.deepEqual(await shelf.found(place("10")), [waits]);
});
