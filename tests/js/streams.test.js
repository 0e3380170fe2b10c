/** The records a page holds: snapshots, numbered changes, gaps, a new epoch, the personal overlay. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Streams } from "../../facilitation/static/js/core/streams.js";

const snapshot = (name, number, records, epoch = "e") => ({ epoch, streams: { [name]: number }, records });
const changes = (name, from, number, records, epoch = "e") => ({ ...snapshot(name, number, records, epoch), from });

function opened() {
  const streams = new Streams();
  streams.replace(snapshot("me:p", 4, { contributions: { A: { id: "A", text: "à moi" } } }));
  streams.replace(snapshot("table:3", 9, { contributions: { A: { id: "A", text: "de la table" }, B: { id: "B" } } }));
  return streams;
}

test("where two streams hold one record the personal one prevails, whatever came first", () => {
  const streams = opened();
  assert.equal(streams.get("contributions", "A").text, "à moi");
  assert.deepEqual(
    streams.all("contributions").map((one) => one.id),
    ["A", "B"],
  );
});

test("a record dropped from one stream is still seen in the other", () => {
  const streams = opened();
  streams.change(changes("me:p", 4, 5, { contributions: { A: null } }));
  assert.equal(streams.get("contributions", "A").text, "de la table");
});

test("changes follow on; what was taken already is taken once", () => {
  const streams = opened();
  assert.deepEqual(streams.change(changes("table:3", 9, 10, { contributions: { C: { id: "C" } } })), [
    ["contributions", "C"],
  ]);
  assert.deepEqual(streams.change(changes("table:3", 9, 10, { contributions: { C: null } })), []);
  assert.ok(streams.get("contributions", "C"));
  assert.deepEqual(streams.numbers(), { "me:p": 4, "table:3": 10 });
});

test("changes that begin before what is held leave no gap", () => {
  const streams = opened();
  assert.ok(streams.change(changes("table:3", 7, 12, { contributions: { C: { id: "C" } } })));
  assert.deepEqual(streams.numbers(), { "me:p": 4, "table:3": 12 });
});

test("a gap, an unknown stream or another epoch asks for a snapshot", () => {
  const streams = opened();
  assert.equal(streams.change(changes("table:3", 11, 12, {})), null);
  assert.equal(streams.change(changes("table:4", 0, 1, {})), null);
  assert.equal(streams.change(changes("table:3", 9, 10, {}, "other")), null);
});

test("an answer overtaken by changes does not bring back the past", () => {
  const streams = opened();
  streams.change(changes("table:3", 9, 10, { contributions: { C: { id: "C" } } }));
  streams.replace(snapshot("table:3", 9, { contributions: {} }));
  assert.ok(streams.get("contributions", "C"));
});

test("a new epoch forgets everything, also with a smaller number", () => {
  const streams = opened();
  streams.replace(snapshot("table:3", 1, { contributions: { Z: { id: "Z" } } }, "restored"));
  assert.deepEqual(
    streams.all("contributions").map((one) => one.id),
    ["Z"],
  );
});

test("a list asked for again tells what changed in between, and belongs to whoever asked", () => {
  const streams = opened();
  streams.all("contributions").reverse().pop();
  assert.deepEqual(
    streams.all("contributions").map((one) => one.id),
    ["A", "B"],
  );
  streams.change(changes("table:3", 9, 10, { contributions: { B: null, C: { id: "C" } } }));
  assert.deepEqual(
    streams.all("contributions").map((one) => one.id),
    ["A", "C"],
  );
  streams.replace(snapshot("table:3", 11, { contributions: {} }));
  assert.deepEqual(
    streams.all("contributions").map((one) => one.text),
    ["à moi"],
  );
});
