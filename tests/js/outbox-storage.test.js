/** Where the outbox lies down: two pages of one phone, no storage, a full one, a person who came back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { adopt, merged } from "../../facilitation/static/js/core/outbox-storage.js";
import { shelf, until } from "./shelf.js";

const never = () => new Promise(() => {});
const soon = () => 0;

test("two pages of one phone never erase each other's entries", () => {
  const storage = shelf();
  const one = new Outbox("o", never, storage);
  const other = new Outbox("o", never, storage);
  one.add("contribution.post", { text: "de la première" });
  other.add("contribution.post", { text: "de la seconde" });
  const texts = JSON.parse(storage.kept.get("o")).map((entry) => entry.payload.text);
  assert.deepEqual(texts.sort(), ["de la première", "de la seconde"]);
});

test("what one page settled or forgot counts in the other", () => {
  const storage = shelf();
  const one = new Outbox("o", never, storage);
  const { key } = one.add("contribution.post", { text: "un mot" });
  const other = new Outbox("o", never, storage);
  const settled = one.load().map((entry) => ({ ...entry, state: "saved", result: { id: "ATT-001" } }));
  storage.setItem("o", JSON.stringify(settled));
  other.reread();
  assert.equal(other.entries()[0].state, "saved");
  storage.setItem("o", "[]");
  other.reread();
  assert.equal(
    other.entries().some((entry) => entry.key === key),
    false,
  );
});

test("without storage entries live in the page, and the outbox says so", async () => {
  const outbox = new Outbox("o", async () => ({ ok: true, result: {} }), null, soon);
  assert.equal(outbox.durable, false);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.waiting() === 0);
  assert.equal(outbox.entries().length, 1);
});

test("a full storage is told, and the text still goes out", async () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error("quota");
    },
  };
  const outbox = new Outbox("o", async () => ({ ok: true, result: {} }), full, soon);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.waiting() === 0);
  assert.equal(outbox.durable, false);
});

test("whoever joins again takes along what was not sent, and only that", () => {
  const old = [
    { key: "a", state: "phone", at: 1, meta: { who: "old" }, payload: {} },
    { key: "b", state: "saved", at: 2, meta: { who: "old" }, payload: {} },
  ];
  const storage = shelf({ "t.C.old": JSON.stringify(old), "t.D.else": JSON.stringify(old) });
  adopt(storage, "t.C.", "new");
  const brought = JSON.parse(storage.kept.get("t.C.new"));
  assert.deepEqual(
    brought.map((entry) => [entry.key, entry.meta.who]),
    [["a", "new"]],
  );
  assert.deepEqual(
    JSON.parse(storage.kept.get("t.C.old")).map((entry) => entry.key),
    ["b"],
  );
  assert.equal(JSON.parse(storage.kept.get("t.D.else")).length, 2);
});

test("what is settled prevails over what still waits, and each key stands once", () => {
  /** @type {any[]} */
  const mine = [{ key: "a", state: "phone", at: 1 }];
  /** @type {any[]} */
  const there = [
    { key: "a", state: "saved", at: 1 },
    { key: "b", state: "phone", at: 0 },
  ];
  const both = merged(mine, there, new Set());
  assert.deepEqual(
    both.map((entry) => [entry.key, entry.state]),
    [
      ["b", "phone"],
      ["a", "saved"],
    ],
  );
  assert.deepEqual(
    merged(mine, there, new Set(["a"])).map((entry) => entry.key),
    ["b"],
  );
});
