/** Several pages of one phone, and changes of mind: the later word stands, whoever sends it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeFormer } from "../../facilitation/static/js/core/outbox-adopt.js";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { disk, until } from "./shelf.js";

const never = () => new Promise(() => {});
const soon = () => 0;

test("two pages of one phone never erase each other's entries", async () => {
  const shelf = disk();
  const one = new Outbox("o", never, [shelf]);
  const other = new Outbox("o", never, [shelf]);
  one.add("contribution.post", { text: "de la première" });
  other.add("contribution.post", { text: "de la seconde" });
  await Promise.all([one.line, other.line]);
  const texts = (await shelf.found()).map((entry) => entry.payload.text);
  assert.deepEqual(texts.sort(), ["de la première", "de la seconde"]);
});

test("what one page settled or forgot counts in the other", async () => {
  const shelf = disk();
  const one = new Outbox("o", never, [shelf]);
  one.add("contribution.post", { text: "un mot" });
  await one.line;
  const other = new Outbox("o", never, [shelf]);
  await other.ready;
  const settled = other.kept.map((entry) => ({ ...entry, state: "saved", result: { id: "ATT-001" } }));
  await shelf.lay("o", settled);
  await other.reread();
  assert.equal(other.entries()[0].state, "saved");
  await shelf.lay("o", []);
  await other.reread();
  assert.deepEqual(other.entries(), []);
});

test("a vote that another page replaced before it left is never sent again", async () => {
  const shelf = disk();
  const arrived = [];
  let cut = true;
  const send = async (body) => {
    if (cut) throw new TypeError("network");
    arrived.push(body.payload.choices);
    return { ok: true, result: {} };
  };
  const first = new Outbox("o", send, [shelf], soon);
  first.barred = true;
  first.add("ballot.cast", { ballot: "VOT-1", choices: "avant" });
  await first.line;
  const second = new Outbox("o", send, [shelf], soon);
  second.forgetWhere((entry) => entry.name === "ballot.cast");
  second.add("ballot.cast", { ballot: "VOT-1", choices: "après" });
  cut = false;
  await until(second, () => second.waiting() === 0);
  first.barred = false;
  await first.drain();
  assert.deepEqual(arrived, ["après"]);
});

test("a vote that may have left is answered before the one that replaces it, on whichever page", async () => {
  const shelf = disk();
  const arrived = [];
  let cut = true;
  const send = async (body) => {
    if (cut) throw new TypeError("network");
    arrived.push(body.payload.choices);
    return { ok: true, result: {} };
  };
  const first = new Outbox("o", send, [shelf], soon);
  first.add("ballot.cast", { ballot: "VOT-1", choices: "avant" });
  await until(first, () => first.tries > 0);
  first.barred = true;
  const second = new Outbox("o", send, [shelf], soon);
  second.forgetWhere((entry) => entry.name === "ballot.cast");
  second.add("ballot.cast", { ballot: "VOT-1", choices: "après" });
  cut = false;
  await until(second, () => arrived.length > 1 && second.waiting() === 0);
  assert.deepEqual(arrived, ["avant", "après"]);
});

test("a change of mind never overtakes what it replaces, whatever failed meanwhile", async () => {
  let cut = true;
  const arrived = [];
  const send = async (body) => {
    if (cut) throw new TypeError("network");
    arrived.push(body.payload.choices ?? body.payload.text);
    return { ok: true, result: {} };
  };
  const outbox = new Outbox("o", send, [disk()], soon);
  outbox.add("ballot.cast", { ballot: "VOT-1", choices: "avant" });
  await new Promise((resolve) => setImmediate(resolve));
  outbox.add("ballot.cast", { ballot: "VOT-1", choices: "après" });
  outbox.add("contribution.post", { text: "un mot" });
  cut = false;
  await until(outbox, () => arrived.length > 2 && outbox.waiting() === 0);
  assert.deepEqual(
    arrived.filter((one) => one !== "un mot"),
    ["avant", "après"],
  );
});

test("entries of one moment keep the order in which they were written", async () => {
  const arrived = [];
  const send = async (body) => {
    arrived.push(body.payload.text);
    return { ok: true, result: {} };
  };
  const shelf = disk();
  const shuffling = { ...shelf, change: (place, act) => shelf.change(place, (entries) => act(entries.reverse())) };
  const outbox = new Outbox("o", send, [shuffling], soon);
  const texts = ["un", "deux", "trois", "quatre"];
  for (const text of texts) outbox.add("contribution.post", { text });
  await until(outbox, () => arrived.length === 4);
  assert.deepEqual(arrived, texts);
});

test("a refused text that is taken up again stays on the phone until its draft is there", async () => {
  const shelf = disk();
  await shelf.lay("o", [{ key: "k", name: "contribution.post", payload: { text: "un mot" }, state: "refused", at: 1 }]);
  const outbox = new Outbox("o", never, [shelf]);
  await outbox.ready;
  let drafted = (/** @type {any} */ _done) => {};
  outbox.keptFirst = () => new Promise((resolve) => (drafted = resolve));
  const gone = outbox.forget("k");
  await outbox.line;
  assert.equal((await shelf.found()).length, 1);
  drafted(null);
  await gone;
  assert.deepEqual(await shelf.found(), []);
});

test("what goes from this phone goes from its former places too, and from no other day's", async () => {
  const shelf = disk();
  const row = (key, state) => ({ key, name: "contribution.post", payload: {}, state, at: 1 });
  await shelf.lay("C.participant.p", [row("own", "saved")]);
  await shelf.lay("C.participant.before", [row("a", "saved"), row("b", "refused"), row("c", "phone")]);
  await shelf.lay("D.participant.p", [row("other day", "saved")]);
  const outbox = new Outbox("C.participant.p", never, [shelf]);
  await outbox.ready;
  await changeFormer(outbox, "C.participant.", (entries) => entries.filter((entry) => entry.state !== "saved"));
  const left = async (place) => (await shelf.found(place)).map((one) => one.key);
  assert.deepEqual(await left("C.participant.before"), ["b", "c"]);
  assert.deepEqual([await left("C.participant.p"), await left("D.participant.p")], [["own"], ["other day"]]);
});

test("a shelf that fails keeps nothing on the others, and is told", async () => {
  const plain = disk();
  await plain.lay("C.participant.old", [{ key: "a", state: "saved" }]);
  const broken = { ...disk(), places: () => Promise.reject(new Error("gone")) };
  const outbox = new Outbox("C.participant.new", never, [disk()]);
  outbox.shelves = [broken, plain];
  await assert.rejects(
    changeFormer(outbox, "C.participant.", () => []),
    /gone/,
  );
  assert.deepEqual(await plain.found("C.participant.old"), []);
});
