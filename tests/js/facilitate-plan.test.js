/** Sheets are given out in turn, to the tables that wrote most of their texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { turns } from "../../facilitation/static/js/widgets/facilitate/plan-turns.js";

const themes = ["A", "B", "C", "D"].map((id) => ({ id }));
const tables = [1, 2, 3].map((number) => ({ id: String(number), number }));
const text = (/** @type {string} */ theme, /** @type {string} */ table, state = "posted") => ({ theme, table, state });
const numbers = (/** @type {Map<string, {number: number}>} */ given) => [...given.values()].map((one) => one.number);

test("each theme is proposed to another table, and the round begins again when all had one", () => {
  assert.deepEqual(numbers(turns(themes, tables, [])), [1, 2, 3, 1]);
});

test("a table that wrote a theme’s texts comes first, in its turn only", () => {
  const texts = [text("A", "3"), text("A", "3"), text("A", "2"), text("B", "3"), text("B", "2"), text("D", "2")];
  assert.deepEqual(numbers(turns(themes, tables, texts)), [3, 2, 1, 2]);
  assert.deepEqual(numbers(turns(themes, tables, [text("A", "3", "set_aside")])), [1, 2, 3, 1]);
});

test("a table that writes already is not asked; with none free nobody is", () => {
  assert.deepEqual(numbers(turns(themes, tables.slice(1), [text("A", "1")])), [2, 3, 2, 3]);
  assert.equal(turns(themes, [], []).size, 0);
});
