/** A server that went back in time: what it had acknowledged comes back, once, under its number. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../facilitation/static/js/core/outbox-queue.js";
import { disk, until } from "./shelf.js";

const soon = () => 0;

/** A server with one life at a time, which remembers keys and gives numbers. @returns {any} */
function server() {
  const log = new Map();
  const heard = [];
  return {
    epoch: "un",
    log,
    heard,
    next: 1,
    async send(body) {
      heard.push(body);
      if (!log.has(body.key)) {
        const id = body.number ?? `ATT-${this.next++}`;
        log.set(body.key, { ...body, id });
      }
      return { ok: true, result: { id: log.get(body.key).id }, epoch: this.epoch };
    },
  };
}

async function day() {
  const room = server();
  const outbox = new Outbox("o", (body) => room.send(body), [disk()], soon);
  await outbox.live("un");
  for (const text of ["avant", "après"]) outbox.add("contribution.post", { text });
  await until(outbox, () => outbox.kept.length === 2 && outbox.waiting() === 0);
  return { room, outbox };
}

test("every acknowledged entry goes out again to another life, oldest first, with its key and number", async () => {
  const { room, outbox } = await day();
  const [first, second] = room.heard.splice(0);
  room.log.delete(second.key);
  room.epoch = "deux";
  await outbox.live("deux");
  await until(outbox, () => outbox.waiting() === 0);
  assert.deepEqual(
    room.heard.map(({ key, number, epoch, payload }) => [key, number, epoch, payload.text]),
    [
      [first.key, "ATT-1", "un", "avant"],
      [second.key, "ATT-2", "un", "après"],
    ],
  );
  assert.equal(room.log.size, 2);
  await outbox.live("deux");
  assert.equal(room.heard.length, 2, "once");
});

test("the same life asks nothing again, after a reload neither", async () => {
  const { room, outbox } = await day();
  const again = new Outbox("o", (body) => room.send(body), outbox.shelves, soon);
  await again.live("un");
  await again.drain();
  assert.equal(room.heard.length, 2);
});

test("a number taken meanwhile is replaced, also in the corrections that follow", async () => {
  const { room, outbox } = await day();
  outbox.add("contribution.edit", { contribution: "ATT-2", text: "mieux dit" });
  await until(outbox, () => outbox.kept.length === 3 && outbox.waiting() === 0);
  const taken = { "ATT-1": "ATT-1", "ATT-2": "ATT-7" };
  room.log.clear();
  room.heard.length = 0;
  room.send = async (body) => {
    room.heard.push(body);
    return { ok: true, result: { id: taken[body.number] ?? body.number }, epoch: "deux" };
  };
  await outbox.live("deux");
  await until(outbox, () => outbox.waiting() === 0);
  assert.deepEqual(
    outbox.entries().map((entry) => entry.result?.id ?? entry.payload.contribution),
    ["ATT-3", "ATT-7", "ATT-1"],
  );
  assert.equal(room.heard.at(-1).payload.contribution, "ATT-7");
});

test("what another phone has not brought back yet is tried again; any other refusal is final", async () => {
  const { room, outbox } = await day();
  const answers = [
    { ok: false, code: "unknown_contribution", message: "?" },
    { ok: true, result: { id: "ATT-1" }, epoch: "deux" },
    { ok: false, code: "workshop_closed", message: "Le séminaire est clos." },
  ];
  room.send = async () => answers.shift() ?? { ok: true, result: {}, epoch: "deux" };
  await outbox.live("deux");
  await until(outbox, () => outbox.waiting() === 0);
  assert.deepEqual(
    outbox
      .entries()
      .map((entry) => entry.state)
      .sort(),
    ["refused", "saved"],
  );
});

test("of a field written again and again only the last wording is kept, and offered", async () => {
  const shelf = disk();
  const room = server();
  const outbox = new Outbox("o", (body) => room.send(body), [shelf], soon);
  await outbox.live("un");
  const edit = (field, value, as) =>
    outbox.add("action.edit", { action: "ACT-01", field, value }, {}, { base: 3, ...(as ? { as } : {}) });
  for (const value of ["A", "A b", "A b c"]) edit("why", value);
  edit("goal", "autre champ");
  edit("why", "d’une autre main", "q");
  outbox.add("contribution.post", { text: "un mot" });
  await until(outbox, () => outbox.kept.length > 0 && outbox.waiting() === 0);
  const kept = (await shelf.found()).map((one) => one.payload.value ?? one.payload.text);
  assert.deepEqual(kept, ["A b c", "autre champ", "d’une autre main", "un mot"]);
  room.heard.length = 0;
  await outbox.live("deux");
  await until(outbox, () => outbox.waiting() === 0);
  assert.deepEqual(
    room.heard.map(({ payload }) => payload.value ?? payload.text),
    ["A b c", "autre champ", "d’une autre main", "un mot"],
  );
});

test("an earlier wording stays as long as the later one is not answered, and where it says more", async () => {
  const shelf = disk();
  const answers = [
    { ok: true },
    { ok: true },
    { ok: false, code: "conflict", message: "?" },
    { ok: true },
    { ok: true },
  ];
  const outbox = new Outbox("o", async () => answers.shift(), [shelf], soon);
  outbox.add("contribution.edit", { contribution: "ATT-1", text: "un" });
  outbox.add("contribution.edit", { contribution: "ATT-1", text: "deux" });
  outbox.add("contribution.edit", { contribution: "ATT-1", text: "trois" });
  outbox.add("participant.correct", { name: "Moi", table: "2" });
  outbox.add("participant.correct", { table: "3" });
  await until(outbox, () => answers.length === 0 && outbox.waiting() === 0);
  assert.deepEqual(
    (await shelf.found()).map(({ state, payload }) => [state, payload.text ?? payload.table]),
    [
      ["saved", "deux"],
      ["refused", "trois"],
      ["saved", "2"],
      ["saved", "3"],
    ],
  );
});
