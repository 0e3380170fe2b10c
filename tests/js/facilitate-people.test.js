/** The list of people: order, search, doubles, and counts per table that tell nobody apart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attendance, doubles, found, present } from "../../facilitation/static/js/widgets/facilitate/people-list.js";

const tables = [
  { id: "3", number: 3 },
  { id: "1", number: 1 },
];
const one = (id, more = {}) => ({ id, state: "present", service: "ddt", table: "1", name: "", ...more });

test("people stand by table, then name, without those who were removed or merged", () => {
  const list = present(
    [one("a", { table: "3" }), one("b", { name: "Zoé" }), one("c", { name: "Élise" }), one("d", { state: "merged" })],
    tables,
  );
  assert.deepEqual(
    list.map((person) => person.id),
    ["c", "b", "a"],
  );
});

test("the search reads name, service and table", () => {
  const services = new Map([["ddt", { short: "DDT", name: "Direction départementale des territoires" }]]);
  const list = [one("a", { name: "Élise" }), one("b", { table: "3" })];
  assert.deepEqual(
    found(list, "elise", services).map((person) => person.id),
    ["a"],
  );
  assert.deepEqual(
    found(list, "territoires table 3", services).map((person) => person.id),
    ["b"],
  );
  assert.equal(found(list, "", services).length, 2);
});

test("the same name in the same service is suspected twice; people without a name are not", () => {
  const list = [
    one("a", { name: "Paul Roy" }),
    one("b", { name: "paul roy ", table: "3" }),
    one("c"),
    one("d"),
    one("e", { name: "Paul Roy", service: "ars" }),
  ];
  assert.deepEqual(
    doubles(list).map((pair) => pair.map((person) => person.id)),
    [["a", "b"]],
  );
});

test("a table's counts come from the live values and are zero without them", () => {
  const seen = attendance({ id: "1" }, [one("a"), one("b")], { tables: { 1: { present: 2, written: 1 } } });
  assert.deepEqual([seen.joined, seen.connected, seen.written], [2, 2, 1]);
  const none = attendance({ id: "1" }, [], undefined);
  assert.deepEqual([none.joined, none.connected, none.written], [0, 0, 0]);
});
