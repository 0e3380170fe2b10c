/** Long lists: what is drawn around the eye, and the room that the rest keeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf, sliceOf, sum } from "../../facilitation/static/js/core/long-list-slice.js";

const ids = (/** @type {number} */ count) => Array.from({ length: count }, (_one, place) => `ATT-${place}`);
/** @param {import("../../facilitation/static/js/core/long-list-slice.js").Slice} slice @param {Float64Array} rows */
const whole = (slice, rows) => slice.before + sum(rows.subarray(slice.from, slice.to)) + slice.after;

test("what is drawn covers what is looked at, and the rest keeps its room", () => {
  const rows = rowsOf(ids(1000), 1, new Map([["ATT-3", 250]]), 50);
  for (const top of [-400, 0, 30, 175, 9_999, 49_900, 80_000]) {
    const slice = sliceOf(rows, top, top + 600);
    assert.equal(whole(slice, rows), sum(rows));
    assert.ok(slice.to - slice.from < 16, `${slice.to - slice.from} rows at ${top}`);
    if (top > 0 && top < 50_200)
      assert.ok(slice.before <= top && sum(rows) - slice.after >= Math.min(top + 600, 50_200));
  }
});

test("a row is as high as its highest card, of those that are side by side", () => {
  const known = new Map([
    ["ATT-0", 40],
    ["ATT-1", 90],
    ["ATT-4", 10],
  ]);
  assert.deepEqual([...rowsOf(ids(5), 2, known, 50)], [90, 50, 10]);
});

test("an empty list draws nothing, and one row is drawn even where none is looked at", () => {
  assert.deepEqual(sliceOf(rowsOf([], 1, new Map(), 50), 0, 600), { from: 0, to: 0, before: 0, after: 0 });
  assert.deepEqual(sliceOf(rowsOf(ids(3), 1, new Map(), 50), 0, -10), { from: 0, to: 1, before: 0, after: 100 });
});
