/** Undo: the stack follows the server, which holds the truth, and survives what is strange. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  emptyStack,
  parse,
  pushed,
  redone,
  top,
  topUndone,
  undone,
} from "../../facilitation/static/js/widgets/facilitate/undo-stack.js";

const done = (name, label = name) => ({ name, label, command: null });

test("the latest command is the next to be undone, and a new one forgets what was undone", () => {
  const stack = pushed(pushed(emptyStack(), done("step.start")), done("theme.create"));
  assert.equal(top(stack).name, "theme.create");
  const back = undone(stack, "theme.create", 41);
  assert.deepEqual([top(back).name, topUndone(back).command], ["step.start", 41]);
  assert.equal(topUndone(pushed(back, done("step.pause"))), null);
});

test("what was brought back can be undone again by its own number", () => {
  const stack = redone(undone(pushed(emptyStack(), done("theme.create")), "theme.create", 41), 42);
  assert.equal(top(stack).command, 42);
  assert.equal(topUndone(stack), null);
});

test("when the server undid something deeper, what lay above it is dropped", () => {
  const stack = pushed(pushed(emptyStack(), done("theme.create")), done("theme.assign"));
  assert.equal(top(undone(stack, "theme.create", 7)), null);
  assert.equal(topUndone(undone(stack, "theme.create", 7)).name, "theme.create");
  assert.equal(top(undone(stack, "screen.show", 7)), null);
});

test("a stored stack that cannot be read is an empty one", () => {
  for (const text of [null, "", "{", "[]", '{"done": 3}']) assert.deepEqual(parse(text), emptyStack());
});

test("the stack keeps the latest sixty", () => {
  let stack = emptyStack();
  for (let index = 0; index < 80; index += 1) stack = pushed(stack, done(`c${index}`));
  assert.equal(stack.done.length, 60);
  assert.equal(top(stack).name, "c79");
});
