/**
 * What this facilitator did and can undo, with the words for it. The server holds the truth
 * (it undoes its latest command of ours); this stack only says beforehand what that will be.
 */

const LONGEST = 60;

/** @typedef {{name: string, label: string, command: number|null}} Done */

/** @returns {{done: Done[], undone: Done[]}} */
export function emptyStack() {
  return { done: [], undone: [] };
}

/** A command succeeded: it is next to be undone, and nothing can be redone any more. */
export function pushed(stack, done) {
  return { done: [...stack.done, done].slice(-LONGEST), undone: [] };
}

/** The server undid `name`: drop what lies above it, as the server knows better. */
export function undone(stack, name, command) {
  const at = stack.done.map((one) => one.name).lastIndexOf(name);
  if (at < 0) return { done: [], undone: stack.undone };
  const taken = { ...stack.done[at], command };
  return { done: stack.done.slice(0, at), undone: [...stack.undone, taken] };
}

/** What was undone was brought back; `command` numbers the bringing back, to undo it in turn. */
export function redone(stack, command) {
  const back = stack.undone.at(-1);
  if (!back) return stack;
  return { done: [...stack.done, { ...back, command }], undone: stack.undone.slice(0, -1) };
}

/** The next thing to undo, or null. */
export function top(stack) {
  return stack.done.at(-1) ?? null;
}

/** The next thing to bring back, or null. */
export function topUndone(stack) {
  return stack.undone.at(-1) ?? null;
}

/** Read a stack from its stored text; anything strange is an empty stack. */
export function parse(text) {
  try {
    const stack = JSON.parse(text ?? "null");
    return Array.isArray(stack?.done) && Array.isArray(stack?.undone) ? stack : emptyStack();
  } catch {
    return emptyStack();
  }
}
