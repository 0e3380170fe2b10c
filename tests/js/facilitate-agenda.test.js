/** The running order: which piece of information one gesture gives to all tables. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextEverywhere } from "../../facilitation/static/js/widgets/facilitate/releases.js";

const case_ = (/** @type {string} */ id, /** @type {number} */ released) => ({ id, releases: ["a", "b"], released });

test("one gesture gives the piece that comes next in the most backward situations", () => {
  assert.deepEqual(nextEverywhere([case_("1", 0), case_("2", 0)]), { number: 1, ids: ["1", "2"], all: true });
  assert.deepEqual(nextEverywhere([case_("1", 0), case_("2", 1), case_("3", 0)]), {
    number: 1,
    ids: ["1", "3"],
    all: false,
  });
  assert.deepEqual(nextEverywhere([case_("1", 2), case_("2", 1), case_("3", 1)]), {
    number: 2,
    ids: ["2", "3"],
    all: false,
  });
});

test("one situation alone, or none that waits, needs no such gesture", () => {
  assert.equal(nextEverywhere([]), null);
  assert.equal(nextEverywhere([case_("1", 0), case_("2", 1)]), null);
  assert.equal(nextEverywhere([case_("1", 2), case_("2", 2)]), null);
});
