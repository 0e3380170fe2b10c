/** What observers read of the room in figures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { totals } from "../../facilitation/static/js/widgets/observe/totals.js";
import { roomOf } from "./rooms.js";

test("observers read totals of the room, and fewer once it is closed", () => {
  const records = {
    workshop: [{ expected: 60 }],
    tables: [{ contributions: 3 }, { contributions: 4 }],
    ballots: [{ id: "VOT-01", state: "open" }],
  };
  const room = roomOf(records, {
    joined: 40,
    present: 38,
    observers: 2,
    turnout: { "VOT-01": { papers: 12, registered: 14, entered: 5 } },
  });
  assert.deepEqual(
    totals(room, false).map(([, value]) => value),
    ["40 sur 60", "7", "38", "12 sur 14, dont 5 sur papier", "2"],
  );
  assert.deepEqual(
    totals(room, true).map(([, value]) => value),
    ["40 sur 60", "7"],
  );
});
