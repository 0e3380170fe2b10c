/** What a phone remembers of the day, for a page that opens while the server is away. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepable } from "../../facilitation/static/js/core/day-copy.js";
import { Room } from "../../facilitation/static/js/core/room-state.js";
import { RememberedStreams } from "../../facilitation/static/js/core/streams-remembered.js";

globalThis.requestAnimationFrame = () => 0;
globalThis.document ??= /** @type {any} */ ({ hidden: false });

const step = { id: "s1", title: "Nos attentes" };
/** @type {Map<string, any>} */
const held = new Map([
  [
    "table:1",
    {
      number: 12,
      records: {
        workshop: { w: { id: "w", step: "s1" } },
        steps: { s1: { ...step, speakers: "Mme Une autre" } },
        services: { ddt: { id: "ddt", name: "DDT", missions: "écrit par ses cadres" } },
        tables: { 1: { id: "1", rapporteur: "q" }, 2: { id: "2" } },
        participants: { p: { id: "p" }, q: { id: "q", name: "Une autre" } },
        contributions: { "ATT-001": { text: "d’un autre" } },
        ballots: { "VOT-01": {} },
        messages: { m: {} },
        actions: { "ACT-01": {} },
      },
    },
  ],
  ["me:p", { number: 12, records: { participants: { p: { id: "p", name: "Moi" } }, commitments: { c: {} } } }],
]);

test("a phone remembers the running order and its own place, nobody's texts, votes or names", () => {
  const kept = keepable(held, { table: "1", participant: "p" });
  assert.deepEqual(kept["table:1"], {
    workshop: { w: { id: "w", step: "s1" } },
    steps: { s1: step },
    cases: {},
    services: { ddt: { id: "ddt", name: "DDT" } },
    lenses: {},
    tables: { 1: { id: "1" } },
    participants: { p: { id: "p" } },
  });
  assert.deepEqual(kept["me:p"].participants, { p: { id: "p", name: "Moi" } });
  assert.equal(kept["me:p"].commitments, undefined);
});

test("whoever speaks for the table goes on doing so", () => {
  const told = { number: 1, records: { tables: { 1: { id: "1", rapporteur: "p" } } } };
  const kept = keepable(new Map([["table:1", told]]), { table: "1", participant: "p" });
  assert.deepEqual(kept["table:1"].tables, { 1: { id: "1", rapporteur: "p" } });
});

test("a table's device remembers nobody", () => {
  const kept = keepable(held, { table: "1", participant: null });
  assert.equal(kept["table:1"].participants, undefined);
  assert.doesNotMatch(JSON.stringify(kept["table:1"]), /Une autre/);
});

test("what is remembered stands in until the server says otherwise, and never counts as heard", () => {
  const streams = new RememberedStreams();
  streams.recall("un", { "table:1": { steps: { s1: step } } });
  assert.equal(streams.get("steps", "s1"), step);
  assert.deepEqual([streams.recalled(), streams.numbers()], [true, {}]);
  const change = { epoch: "un", from: 0, streams: { "table:1": 3 }, records: { steps: { s2: {} } } };
  assert.equal(streams.change(change), null, "a change is nothing without what it changes");
  streams.replace({ epoch: "un", streams: { "table:1": 3 }, records: { steps: { s2: { id: "s2" } } } });
  assert.deepEqual(
    streams.all("steps").map((one) => one.id),
    ["s2"],
  );
  assert.deepEqual([streams.recalled(), streams.numbers()], [false, { "table:1": 3 }]);
});

test("what was heard is never overlaid by what is remembered, nor one life by another", () => {
  const streams = new RememberedStreams();
  streams.replace({ epoch: "deux", streams: { "me:p": 7 }, records: {} });
  streams.recall("un", { "me:p": { steps: { s1: step } }, "table:1": { steps: { s1: step } } });
  assert.deepEqual([streams.all("steps"), streams.epoch], [[], "deux"]);
  streams.recall("deux", { "me:p": { steps: { s1: step } }, "table:1": { cases: { a: { id: "a" } } } });
  assert.deepEqual([streams.all("steps"), streams.all("cases")], [[], [{ id: "a" }]]);
  streams.replace({ epoch: "trois", streams: { "me:p": 1 }, records: {} });
  assert.deepEqual([streams.all("cases"), streams.recalled()], [[], false], "another life knows nothing of it");
});

test("a page that remembers is ready, doubts what it shows, and asks for everything", async () => {
  const room = new Room({ streams: ["table:1", "me:p"] });
  room.recall({ epoch: "un", offset: 5_000, streams: { "table:1": {} } });
  assert.equal(room.stale, false, "half a memory opens nothing");
  room.recall({ epoch: "un", offset: 5_000, streams: { "table:1": { steps: { s1: step } }, "me:p": {} } });
  await room.ready;
  assert.deepEqual([room.stale, room.recalled(), room.offset, room.get("steps", "s1")], [true, true, 5_000, step]);
});

test("a memory of streams that are no longer the page's is none, and an older clock replaces no newer one", async () => {
  const room = new Room({ streams: ["table:2", "me:p"] });
  room.recall({ epoch: "un", offset: 5_000, streams: { "table:1": {}, "me:p": {} } });
  assert.deepEqual([room.recalled(), room.stale, room.offset], [false, false, 0]);
  room.recall({ epoch: "un", offset: 5_000, streams: { "table:1": {}, "table:2": {}, "me:p": {} } });
  room.takeSnapshot({ epoch: "un", streams: { "table:2": 1 }, records: {} });
  room.takeSnapshot({ epoch: "un", streams: { "me:p": 1 }, records: {} });
  assert.equal(room.recalled(), false, "all of it was heard since");
  const late = new Room({ streams: ["table:2", "me:p"] });
  late.takeSnapshot({ epoch: "un", streams: { "table:2": 1 }, records: {} });
  late.recall({ epoch: "un", offset: 5_000, streams: { "table:2": {}, "me:p": {} } });
  assert.deepEqual([late.recalled(), late.offset], [true, 0]);
});
