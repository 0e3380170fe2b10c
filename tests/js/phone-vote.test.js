/** A ballot paper on a phone: its budget, its marks, and where it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, given, rated, same, stateOf } from "../../facilitation/static/js/widgets/phone/ballot-choices.js";

const ballot = { budget: 4, most: 3 };

test("dots stay within the budget and the most of a line", () => {
  let choices = {};
  for (let count = 0; count < 5; count += 1) choices = changed(choices, "A", 1, ballot);
  assert.deepEqual(choices, { A: 3 });
  for (let count = 0; count < 3; count += 1) choices = changed(choices, "B", 1, ballot);
  assert.deepEqual(choices, { A: 3, B: 1 });
  assert.equal(given(choices), 4);
});

test("a dot is taken back, never below none, also from a paper that is over the budget", () => {
  assert.deepEqual(changed({ A: 1 }, "A", -1, ballot), {});
  assert.deepEqual(changed({}, "A", -1, ballot), {});
  assert.deepEqual(changed({ A: 3, B: 3 }, "A", -1, ballot), { A: 2, B: 3 });
});

test("the paper on the page is never changed in place", () => {
  const choices = Object.freeze({ A: 1 });
  assert.deepEqual(changed(choices, "A", 1, ballot), { A: 2 });
  assert.deepEqual(choices, { A: 1 });
});

test("the same mark twice takes it back", () => {
  assert.deepEqual(rated({}, "q", 3), { q: 3 });
  assert.deepEqual(rated({ q: 3 }, "q", 2), { q: 2 });
  assert.deepEqual(rated({ q: 3 }, "q", 3), {});
});

test("two papers are the same whatever the order of choice", () => {
  assert.ok(same({ choices: { A: 1, B: 2 } }, { choices: { B: 2, A: 1 }, remark: " " }));
  assert.ok(!same({ choices: { A: 1 } }, { choices: { A: 2 } }));
  assert.ok(!same({ choices: {}, remark: "un mot" }, { choices: {} }));
});

test("a paper says where it is: written, on its way, in the box, changed, refused", () => {
  const cast = { choices: { A: 1 }, sent: { choices: { A: 1 } } };
  assert.equal(stateOf({ choices: { A: 1 } }, undefined), "draft");
  assert.equal(stateOf(cast, { state: "phone" }), "phone");
  assert.equal(stateOf(cast, undefined), "cast");
  assert.equal(stateOf({ ...cast, choices: { A: 2 } }, undefined), "changed");
  assert.equal(stateOf(cast, { state: "refused" }), "refused");
});

test("a blank paper is cast like any other", () => {
  assert.equal(stateOf({ choices: {}, sent: { choices: {} } }, undefined), "cast");
});

test("a paper hidden on a shared device is in the box until somebody makes it anew", () => {
  assert.equal(stateOf({ key: "k", sent: {}, hidden: true }, undefined), "cast");
  assert.equal(stateOf({ key: "k", sent: {}, again: true }, undefined), "changed");
});
