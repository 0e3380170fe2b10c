/** Turnout in words: who votes on paper is registered, and said. */
import assert from "node:assert/strict";
import test from "node:test";
import { turnoutInWords, turnoutOf } from "../../facilitation/static/js/core/turnout.js";

test("people on paper count among those registered, and are told apart", () => {
  assert.equal(
    turnoutInWords({ papers: 12, registered: 12, entered: 5 }),
    "12 bulletins sur 12 inscrits, dont 5 sur papier",
  );
  assert.equal(turnoutInWords({ papers: 1, registered: 7, entered: 0 }), "1 bulletin sur 7 inscrits");
});

test("before anything is told of a vote, nothing is counted", () => {
  assert.deepEqual(turnoutOf({ live: {} }, "VOT-01"), { papers: 0, registered: 0, entered: 0 });
});
