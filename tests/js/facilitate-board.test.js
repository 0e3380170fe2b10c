/** The theme board as values: columns, moves with the versions seen, the way of the keyboard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assignment,
  columns,
  neighbour,
  placeOf,
  searched,
  stillMovable,
  taken,
} from "../../facilitation/static/js/widgets/facilitate/board-ops.js";

/**
 * @param {string} id
 * @param {string|null} theme
 */
const text = (id, theme = null, more = {}) => ({
  id,
  kind: "expectation",
  text: id,
  state: "posted",
  theme,
  v: 10,
  ...more,
});
const theme = (id, position, more = {}) => ({ id, position, state: "live", name: id, ...more });

test("columns follow the board's order and leave out merged themes; their texts are never lost", () => {
  const board = columns(
    [theme("THM-02", 2), theme("THM-01", 1), theme("THM-03", 3, { state: "merged" })],
    [
      text("ATT-001", "THM-01"),
      text("ATT-002", "THM-03"),
      text("ATT-003"),
      text("ATT-004", "THM-02", { state: "set_aside" }),
    ],
  );
  assert.deepEqual(
    board.themes.map((one) => one.theme.id),
    ["THM-01", "THM-02"],
  );
  assert.deepEqual(
    board.themes[0].cards.map((one) => one.id),
    ["ATT-001"],
  );
  assert.deepEqual(
    board.without.map((one) => one.id),
    ["ATT-002", "ATT-003"],
  );
});

test("the hand sees its own move before the server has answered", () => {
  const board = columns([theme("THM-01", 1)], [text("ATT-001")], new Map([["ATT-001", "THM-01"]]));
  assert.equal(board.themes[0].cards.length, 1);
  assert.equal(board.without.length, 0);
});

test("a move says which versions it saw, of the moving texts only", () => {
  const payload = assignment(
    [text("ATT-001", null, { v: 4 }), text("ATT-002", "THM-01"), text("ATT-003", "THM-02", { v: 9 })],
    "THM-01",
  );
  assert.deepEqual(payload, { contributions: ["ATT-001", "ATT-003"], theme: "THM-01", bases: [4, 9] });
  assert.equal(assignment([text("ATT-002", "THM-01")], "THM-01"), null);
  assert.equal(assignment([text("ATT-002", "THM-01")], "none")?.theme, null);
});

test("a card of the choice takes the whole choice along, another one goes alone", () => {
  assert.deepEqual(taken("ATT-001", new Set(["ATT-001", "ATT-002"])), ["ATT-001", "ATT-002"]);
  assert.deepEqual(taken("ATT-003", new Set(["ATT-001"])), ["ATT-003"]);
});

test("a text that was only tagged meanwhile may still be moved; one that moved or left may not", () => {
  assert.ok(stillMovable(text("ATT-001", "THM-01"), text("ATT-001", "THM-01", { v: 99 })));
  assert.ok(!stillMovable(text("ATT-001", "THM-01"), text("ATT-001", "THM-02")));
  assert.ok(!stillMovable(text("ATT-001"), text("ATT-001", null, { state: "set_aside" })));
  assert.ok(!stillMovable(text("ATT-001"), undefined));
});

test("the search keeps kind and words, newest first", () => {
  const cards = [text("ATT-001"), text("PRO-002", null, { kind: "proposal" }), text("ATT-003")];
  assert.deepEqual(
    searched(cards, "att").map((one) => one.id),
    ["ATT-003", "ATT-001"],
  );
  assert.deepEqual(
    searched(cards, "", "proposal").map((one) => one.id),
    ["PRO-002"],
  );
});

test("a theme changes place with its neighbour, and stays at the ends", () => {
  const list = [theme("THM-01", 1), theme("THM-02", 5)];
  assert.deepEqual(placeOf(list, "THM-01", 1), { theme: "THM-01", position: 5, other: "THM-02", otherPosition: 1 });
  assert.equal(placeOf(list, "THM-01", -1), null);
});

test("arrows go along a column and across, over empty columns, and stop at the edges", () => {
  const lists = [["a", "b", "c"], [], ["d"]];
  assert.equal(neighbour(lists, "a", "down"), "b");
  assert.equal(neighbour(lists, "c", "down"), "c");
  assert.equal(neighbour(lists, "c", "right"), "d");
  assert.equal(neighbour(lists, "d", "left"), "a");
  assert.equal(neighbour(lists, "d", "right"), "d");
  assert.equal(neighbour(lists, null, "down"), "a");
  assert.equal(neighbour([[], []], null, "down"), null);
});
