/** The outbox: kept before it travels, sent until answered, once; reloads, refusals, lost places. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerFailed } from "../../facilitation/static/js/core/commands.js";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { shelf, until } from "./shelf.js";

const never = () => new Promise(() => {});
const soon = () => 0;

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

test("a change of mind never overtakes what it replaces, whatever failed meanwhile", async () => {
  let cut = true;
  const arrived = [];
  const send = async (body) => {
    if (cut) throw new TypeError("network");
    arrived.push(body.payload.choices ?? body.payload.text);
    return { ok: true, result: {} };
  };
  const outbox = new Outbox("o", send, shelf(), soon);
  outbox.add("ballot.cast", { ballot: "VOT-1", choices: "avant" });
  await until(outbox, () => outbox.tries > 2);
  outbox.add("ballot.cast", { ballot: "VOT-1", choices: "après" });
  outbox.add("contribution.post", { text: "un mot" });
  cut = false;
  await until(outbox, () => outbox.waiting() === 0);
  assert.deepEqual(
    arrived.filter((one) => one !== "un mot"),
    ["avant", "après"],
  );
});
