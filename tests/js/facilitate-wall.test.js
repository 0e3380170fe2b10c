/** The wall: what filters keep, and how a list grows without moving under the hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { admit, linger, newArrivals, wallList } from "../../facilitation/static/js/widgets/facilitate/arrivals.js";
import { active, matches, NO_FILTER, plain } from "../../facilitation/static/js/widgets/facilitate/wall-filters.js";

const slip = (id, more = {}) => ({
  id,
  kind: "expectation",
  text: "Savoir qui répond au maire",
  state: "posted",
  tags: [],
  theme: null,
  ...more,
});
const filter = (changes) => ({ ...NO_FILTER, ...changes });

test("without a filter the wall keeps what is in hand and leaves out what was set aside or withdrawn", () => {
  assert.ok(matches(slip("ATT-001"), NO_FILTER));
  assert.ok(!matches(slip("ATT-002", { state: "set_aside" }), NO_FILTER));
  assert.ok(!matches(slip("ATT-003", { state: "withdrawn" }), NO_FILTER));
});

test("each filter keeps its own and drops the rest", () => {
  const one = slip("PRO-007", {
    kind: "proposal",
    table: "3",
    case: "captage",
    step: "situations",
    tags: ["common_tool"],
    theme: "THM-01",
    late: true,
    shown: true,
  });
  const kept = {
    kind: "proposal",
    table: "3",
    case: "captage",
    step: "situations",
    tag: "common_tool",
    theme: "THM-01",
    late: true,
    state: "shown",
    text: "007",
  };
  const dropped = {
    kind: "expectation",
    table: "4",
    case: "crue",
    step: "attentes",
    tag: "lesson",
    theme: "none",
    state: "set_aside",
    text: "préfet",
  };
  for (const [name, value] of Object.entries(kept)) assert.ok(matches(one, filter({ [name]: value })), name);
  for (const [name, value] of Object.entries(dropped)) assert.ok(!matches(one, filter({ [name]: value })), name);
  assert.ok(!matches(slip("ATT-001"), filter({ late: true })));
});

test("the text filter forgives accents, case and the shape of apostrophes, and wants every word", () => {
  const one = slip("ATT-001", { text: "L’État répond à l’élu en une semaine" });
  assert.ok(matches(one, filter({ text: "l'ETAT elu" })));
  assert.ok(!matches(one, filter({ text: "état préfet" })));
  assert.equal(plain(null), "");
});

test("the number of filters on leaves out those at rest", () => {
  assert.equal(active(NO_FILTER), 0);
  assert.equal(active(filter({ table: "3", text: "x" })), 2);
});

test("what arrives under the hand waits at the door, newest first once let in", () => {
  const arrivals = newArrivals();
  const all = [slip("ATT-001"), slip("ATT-002")];
  const wanted = (one) => one.state === "posted";
  assert.deepEqual(
    wallList(all, wanted, arrivals, false).cards.map((one) => one.id),
    ["ATT-002", "ATT-001"],
  );
  all.push(slip("ATT-003"));
  const still = wallList(all, wanted, arrivals, true);
  assert.deepEqual(
    still.cards.map((one) => one.id),
    ["ATT-002", "ATT-001"],
  );
  assert.equal(still.waiting, 1);
  assert.deepEqual(
    wallList(all, wanted, arrivals, false).cards.map((one) => one.id),
    ["ATT-003", "ATT-002", "ATT-001"],
  );
});

test("a card just set aside keeps its place until the list is let in again", () => {
  const arrivals = newArrivals();
  const all = [slip("ATT-001"), slip("ATT-002")];
  const wanted = (one) => one.state === "posted";
  wallList(all, wanted, arrivals, false);
  linger(arrivals, "ATT-001");
  all[0] = slip("ATT-001", { state: "set_aside" });
  assert.equal(wallList(all, wanted, arrivals, true).cards.length, 2);
  admit(arrivals, ["ATT-002"]);
  assert.deepEqual(
    wallList(all, wanted, arrivals, true).cards.map((one) => one.id),
    ["ATT-002"],
  );
});

test("lines taken up from an earlier meeting are found by where they come from", () => {
  const seed = slip("ATT-001", { origin: "29 janvier" });
  assert.ok(matches(seed, filter({ text: "29 janv" })));
  assert.ok(!matches(slip("ATT-002"), filter({ text: "29 janv" })));
});
