/** The outbox: kept before it travels, sent until answered, once; reloads, refusals, lost places. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerFailed } from "../../facilitation/static/js/core/commands.js";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { handedOver } from "../../facilitation/static/js/widgets/phone/handed-over.js";
import { disk, until } from "./shelf.js";

const soon = () => 0;
const saved = async () => ({ ok: true, result: {} });

test("an entry is on disk, marked, before anything travels", async () => {
  const shelf = disk();
  let found;
  const send = async () => {
    found = await shelf.found();
    return { ok: true, result: {} };
  };
  const outbox = new Outbox("o", send, [shelf], soon);
  outbox.add("contribution.post", { text: "un mot" });
  assert.equal(outbox.waiting(), 1, "it is in sight at once");
  await until(outbox, () => outbox.waiting() === 0);
  assert.deepEqual(
    found.map((entry) => [entry.payload.text, entry.state, entry.tried]),
    [["un mot", "phone", true]],
  );
});

test("a network failure is tried again with the same key until the server answers", async () => {
  const keys = [];
  const send = async (body) => {
    keys.push(body.key);
    if (keys.length < 4) throw new TypeError("network");
    return { ok: true, result: { id: "ATT-001" } };
  };
  const outbox = new Outbox("o", send, [disk()], soon);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.waiting() === 0);
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys).size, 1);
  assert.equal(outbox.entries()[0].result.id, "ATT-001");
});

test("a reload finds what was not sent, and sends it with its first key", async () => {
  const shelf = disk();
  const before = new Outbox("o", () => new Promise(() => {}), [shelf]);
  const { key } = before.add("contribution.post", { text: "un mot" });
  await before.line;
  const sent = [];
  const send = async (body) => sent.push(body.key) && { ok: true, result: {} };
  const after = new Outbox("o", send, [shelf], soon);
  after.drain();
  await until(after, () => sent.length > 0 && after.waiting() === 0);
  assert.deepEqual(sent, [key]);
});

test("a refusal keeps the text and says why", async () => {
  const outbox = new Outbox("o", async () => ({ ok: false, code: "x", message: "Trop long." }), [disk()], soon);
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
  const outbox = new Outbox("o", send, [disk()], soon);
  outbox.add("contribution.post", { text: "bloqué" });
  outbox.add("contribution.post", { text: "passe" });
  await until(outbox, () => outbox.entries().some((entry) => entry.state === "saved"));
  /** @type {any} */
  const stuck = outbox.entries().find((entry) => entry.payload.text === "bloqué");
  assert.deepEqual([stuck.state, stuck.message], ["phone", "Disque plein."]);
  outbox.barred = true;
});

test("a phone that the server no longer knows keeps everything and stops asking", async () => {
  let asked = 0;
  const send = async () => {
    asked += 1;
    return { ok: false, code: "unknown_token", message: "Rejoignez de nouveau." };
  };
  const outbox = new Outbox("o", send, [disk()], soon);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.barred);
  await outbox.drain();
  assert.deepEqual([asked, outbox.waiting()], [1, 1]);
});

test("a fleeting entry leaves no trace once it is saved, and stays when it is refused", async () => {
  const shelf = disk();
  const answers = [
    { ok: true, result: {} },
    { ok: false, message: "Clos." },
  ];
  const outbox = new Outbox("o", async () => answers.shift(), [shelf], soon);
  const settled = () => new Promise((resolve) => outbox.onSettle((entry) => resolve(entry.state)));
  outbox.add("ballot.cast", { choices: { A: 1 } }, { fleeting: true });
  assert.equal(await settled(), "saved");
  assert.deepEqual(await shelf.found(), []);
  outbox.add("ballot.cast", { choices: { A: 2 } }, { fleeting: true });
  assert.equal(await settled(), "refused");
  assert.equal((await shelf.found()).length, 1);
});

test("whoever asks hears the answer, a refusal too, which leaves nothing behind", async () => {
  const shelf = disk();
  const answers = [
    { ok: false, code: "conflict", current: { v: 7 } },
    { ok: true, seq: 8 },
  ];
  const outbox = new Outbox("o", async () => answers.shift(), [shelf], soon);
  const refused = await outbox.ask("action.edit", { action: "A-01", field: "title" });
  assert.equal(refused.current.v, 7);
  assert.deepEqual(await shelf.found(), []);
  assert.equal((await outbox.ask("action.edit", { action: "A-01", field: "title" })).seq, 8);
});

test("a page that cannot write anywhere still sends, and knows that only memory holds", async () => {
  const broken = /** @type {any} */ ({ kind: "disk", change: () => Promise.reject(new Error("quota")) });
  const outbox = new Outbox("o", saved, [broken], soon);
  await outbox.ready;
  assert.equal(outbox.kind, "memory");
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.waiting() === 0);
  assert.equal(outbox.entries()[0].state, "saved");
});

test("what is changed of an entry while it travels stays changed once it is answered", async () => {
  const shelf = disk();
  let arrive = (/** @type {any} */ _answer) => {};
  const send = () => new Promise((resolve) => (arrive = resolve));
  const outbox = new Outbox("o", send, [shelf], soon);
  outbox.add("contribution.post", { text: "un mot", anonymous: true }, { who: "p1" });
  outbox.add("contribution.post", { text: "signé" }, { who: "p1" });
  const sent = () => outbox.kept.some((entry) => entry.tried && entry.state === "phone");
  await until(outbox, sent);
  await outbox.change((entries) => handedOver(entries, "p1"));
  arrive({ ok: true, result: { id: "ATT-001" } });
  await until(outbox, () => outbox.waiting() === 1);
  await until(outbox, sent);
  arrive({ ok: true, result: { id: "ATT-002" } });
  await until(outbox, () => outbox.waiting() === 0);
  const left = (await shelf.found()).map((entry) => [entry.payload.text, entry.meta.who]);
  assert.deepEqual(left, [["signé", "p1"]], "nothing of the private text, all of the signed one");
});

test("a change that fails is told to whoever asked for it, and holds back no later one", async () => {
  const outbox = new Outbox("o", saved, [], soon);
  const fails = () => {
    throw new Error("a fault");
  };
  await assert.rejects(outbox.change(fails), /a fault/);
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.entries().some((entry) => entry.state === "saved"));
});
