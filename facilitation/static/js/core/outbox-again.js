/**
 * A server restored from a backup went back in time: what it had acknowledged since then lives on the
 * phones, and is offered again under the keys and numbers of before. Pure.
 */
import { BROUGHT_BACK } from "./timings.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

/** Where a payload names a thing by the number that it was given. */
const NAMED = ["contribution", "commitment", "statement", "action"];

/**
 * The list once the workshop is in another life: what was saved in a former one waits again.
 * @param {Entry[]} entries
 * @param {string} epoch
 * @param {number} now
 * @returns {Entry[]}
 */
export function offeredAgain(entries, epoch, now) {
  const lost = (/** @type {Entry} */ { state, epoch: life }) => state === "saved" && life && life !== epoch;
  return entries.map((entry) =>
    lost(entry) ? { ...entry, state: "phone", tried: true, again: { number: entry.result?.id, at: now } } : entry,
  );
}

/**
 * A number that was taken meanwhile is replaced: what this phone holds of it moves along.
 * @param {Entry[]} entries
 * @param {string|undefined} before
 * @param {string|undefined} after
 * @returns {Entry[]}
 */
export function renumbered(entries, before, after) {
  if (!before || !after || before === after) return entries;
  return entries.map((entry) => {
    const names = NAMED.filter((name) => entry.payload?.[name] === before);
    if (!names.length) return entry;
    return { ...entry, payload: { ...entry.payload, ...Object.fromEntries(names.map((name) => [name, after])) } };
  });
}

/**
 * What it speaks of may lie on another phone that has not been back yet.
 * @param {Entry} entry
 * @param {any} answer
 * @param {number} now
 */
export function comesLater({ again }, answer, now) {
  return !!again && String(answer.code).startsWith("unknown_") && now - again.at < BROUGHT_BACK;
}
