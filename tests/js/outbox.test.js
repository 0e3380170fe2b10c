/** The outbox: kept before it travels, sent until answered, once; reloads, two pages, lost places. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerFailed } from "../../facilitation/static/js/core/commands.js";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { adopt, merged } from "../../facilitation/static/js/core/outbox-storage.js";

const never = () => new Promise(() => {});
const soon = () => 0;

/** A storage as the browser's, over a map. @returns {any} */
function shelf(start = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    key: (place) => [...kept.keys()][place],
    get length() {
      return kept.size;
    },
  };
}

/** Resolves when the outbox tells a change that fits. */
function until(outbox, fits) {
  return new Promise((resolve) => {
    const look = () => fits(outbox) && resolve(undefined);
    outbox.onChange(look);
    look();
  });
}

test("an entry is on disk before anything travels", () => {
  const storage = shelf();
  const outbox = new Outbox("o", never, storage);
  outbox.add("contribution.post", { text: "un mot" });
  assert.equal(JSON.parse(storage.kept.get("o"))[0].payload.text, "un mot");
  assert.equal(outbox.waiting(), 1);
});

test("a network failure is tried again with the same key until the server answers", async () => {
  const keys = [];
  const send = async (body) => {
    keys.push(body.key);
    if (keys.length < 4) throw new TypeError("network");
    return { ok: true, result: { id: "ATT-001" } };
  };
  const outbox = new Outbox("o", send, shelf(), soon);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.waiting() === 0);
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys).size, 1);
  assert.equal(outbox.entries()[0].result.id, "ATT-001");
});

test("a reload finds what was not sent, and sends it with its first key", async () => {
  const storage = shelf();
  const before = new Outbox("o", never, storage);
  const { key } = before.add("contribution.post", { text: "un mot" });
  const sent = [];
  const after = new Outbox(
    "o",
    async (/** @type {any} */ body) => sent.push(body.key) && { ok: true, result: {} },
    storage,
    soon,
  );
  after.drain();
  await until(after, () => after.waiting() === 0);
  assert.deepEqual(sent, [key]);
});

test("a refusal keeps the text and says why", async () => {
  const outbox = new Outbox("o", async () => ({ ok: false, code: "x", message: "Trop long." }), shelf(), soon);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.waiting() === 0);
  const [entry] = outbox.entries();
  assert.deepEqual([entry.state, entry.message, entry.payload.text], ["refused", "Trop long.", "un mot"]);
});

test("an entry that the server always fails on holds back no other, and says why it waits", async () => {
  const send = async (body) => {
    if (body.payload.text === "bloqué") throw new ServerFailed("Disque plein.");
    return { ok: true, result: {} };
  };
  const outbox = new Outbox("o", send, shelf(), soon);
  outbox.add("contribution.post", { text: "bloqué" });
  outbox.add("contribution.post", { text: "passe" });
  await until(outbox, () => outbox.entries().some((entry) => entry.state === "saved"));
  /** @type {any} */
  const stuck = outbox.entries().find((entry) => entry.payload.text === "bloqué");
  assert.deepEqual([stuck.state, stuck.message], ["phone", "Disque plein."]);
  outbox.forget(stuck.key);
  outbox.barred = true;
});

test("a phone that the server no longer knows keeps everything and stops asking", async () => {
  let asked = 0;
  const send = async () => {
    asked += 1;
    return { ok: false, code: "unknown_token", message: "Rejoignez de nouveau." };
  };
  const outbox = new Outbox("o", send, shelf(), soon);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.barred);
  await outbox.drain();
  assert.deepEqual([asked, outbox.waiting()], [1, 1]);
});

test("a fleeting entry leaves no trace once it is saved, and stays when it is refused", async () => {
  const storage = shelf();
  const answers = [
    { ok: true, result: {} },
    { ok: false, message: "Clos." },
  ];
  const outbox = new Outbox("o", async () => answers.shift(), storage, soon);
  const settled = () => new Promise((resolve) => outbox.onSettle((entry) => resolve(entry.state)));
  outbox.add("ballot.cast", { choices: { A: 1 } }, { fleeting: true });
  assert.equal(await settled(), "saved");
  assert.equal(storage.kept.get("o"), "[]");
  outbox.add("ballot.cast", { choices: { A: 2 } }, { fleeting: true });
  assert.equal(await settled(), "refused");
  assert.equal(JSON.parse(storage.kept.get("o")).length, 1);
});

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
