/** What scenes say of votes, roles and who speaks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mean } from "../../facilitation/static/js/core/mean.js";
import { byNumber, casesInHand, chosen } from "../../facilitation/static/js/widgets/scenes/order.js";
import { findings, letters } from "../../facilitation/static/js/widgets/scenes/positions.js";
import { from } from "../../facilitation/static/js/widgets/scenes/speakers.js";
import { byDots, byMean } from "../../facilitation/static/js/widgets/scenes/tally.js";
import { roomOf } from "./rooms.js";

/** @param {number[]} totals */
function ballotOf(totals) {
  const options = totals.map((_total, place) => ({ id: `T${place}`, label: `Thème ${place}` }));
  return {
    most: 4,
    options,
    tally: { scores: totals.map((total, place) => ({ option: `T${place}`, total, papers: 4 })) },
  };
}

test("the room is shown the seven first, the highest first", () => {
  const rows = byDots(ballotOf([1, 9, 3, 7, 5, 2, 8, 6, 4]));
  assert.deepEqual(
    rows.map((row) => row.value),
    [9, 8, 7, 6, 5, 4, 3],
  );
});

test("what is level with the seventh is shown with it", () => {
  const rows = byDots(ballotOf([9, 8, 7, 6, 5, 4, 3, 3, 3, 1]));
  assert.equal(rows.length, 9);
});

test("means keep the order of the questions", () => {
  assert.deepEqual(
    byMean(ballotOf([8, 14])).map((row) => row.said),
    ["2,0 sur 4", "3,5 sur 4"],
  );
});

test("a question that nobody answered has no mean", () => {
  const ballot = ballotOf([8, 0]);
  ballot.tally.scores[1].papers = 0;
  assert.deepEqual(
    byMean(ballot).map(({ value, said }) => [value, said]),
    [
      [2, "2,0 sur 4"],
      [0, "sans réponse"],
    ],
  );
});

test("a mean has one decimal everywhere, and a half goes up as in the documents", () => {
  const said = [
    [26, 8],
    [21, 8],
    [12, 4],
    [29, 9],
  ].map(([total, papers]) => mean(total, papers));
  assert.deepEqual(said, ["3,3", "2,6", "3,0", "3,2"]);
});

test("two authorities, no pilot and levels that differ are the finding", () => {
  const cell = (/** @type {string} */ role, /** @type {string} */ level) => ({
    roles: [[role, 1]],
    levels: [[level, 1]],
  });
  assert.equal(findings([]), "");
  assert.equal(findings([cell("authority", "departmental"), cell("pilot", "departmental")]), "");
  const said = findings([cell("authority", "departmental"), cell("authority", "regional")]);
  assert.equal(said, "2 autorités exprimées, aucun pilote exprimé, niveaux différents");
});

test("a role settled in the room prevails over what was expressed", () => {
  const settled = {
    roles: [
      ["authority", 2],
      ["pilot", 1],
    ],
    levels: [],
    settled_role: "pilot",
  };
  assert.equal(findings([settled]), "aucune autorité exprimée");
});

test("each role has its own letter in the matrix", () => {
  assert.equal(Object.keys(letters()).length, 6);
  assert.equal(new Set(Object.values(letters())).size, 6);
});

test("a positioning stands under its service, without anybody’s name", () => {
  const room = roomOf({ services: [{ id: "ddt", short: "DDT" }], tables: [{ id: "1", name: "Table 1" }] });
  assert.equal(from(room, { kind: "positioning", service: "ddt", signature: "Anne Riva" }), "DDT");
  assert.equal(from(room, { kind: "proposal", service: "ddt", signature: "Anne Riva" }), "Anne Riva");
  assert.equal(from(room, { kind: "proposal", table: "1" }), "Table 1");
  assert.equal(from(room, { kind: "proposal", table: "1", for_table: true }), "au nom de la table 1");
});

test("the order is that of the numbers, whatever the order of arrival", () => {
  const ids = ["PRO-010", "ATT-002", "POS-002", "ATT-001", "ATT-011"];
  const sorted = (/** @type {string[]} */ all) => byNumber(all.map((id) => ({ id }))).map((one) => one.id);
  assert.deepEqual(sorted(ids), ["ATT-001", "ATT-002", "POS-002", "PRO-010", "ATT-011"]);
  assert.deepEqual(sorted([...ids].reverse()), sorted(ids));
});

test("only what is posted and chosen is on the screen", () => {
  const room = roomOf({
    contributions: [
      { id: "ATT-003", state: "posted", shown: true, kind: "expectation" },
      { id: "ATT-002", state: "set_aside", shown: true, kind: "expectation" },
      { id: "ATT-001", state: "posted", shown: false, kind: "expectation" },
      { id: "PRO-001", state: "posted", shown: true, kind: "proposal" },
    ],
  });
  const kept = chosen(room, (one) => one.kind === "expectation");
  assert.deepEqual(
    kept.map((one) => one.id),
    ["ATT-003"],
  );
});

test("in a round the room reads the situations that its tables have in hand, outside of any round all of them", () => {
  const room = roomOf({
    cases: [
      { id: "c", number: 3 },
      { id: "a", number: 1 },
      { id: "b", number: 2 },
    ],
    tables: [{ cases: ["a", "c"] }, { cases: ["b"] }],
  });
  const ids = (/** @type {number|null} */ round) => casesInHand(room, round).map((one) => one.id);
  assert.deepEqual(ids(1), ["a", "b"]);
  assert.deepEqual(ids(2), ["c"]);
  assert.deepEqual(ids(null), ["a", "b", "c"]);
});
