/**
 * A server restored from a backup went back in time: what it had acknowledged since then lives on the
 * phones, and is offered again under the keys and numbers of before. Pure.
 */
import { inOrder, subjectOf } from "./outbox-entry.js";
import { BROUGHT_BACK } from "./timings.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

/** Where a payload names a thing by the number that it was given. */
const NAMED = ["contribution", "commitment", "statement", "action"];

/** Commands that say a thing whole: the last one is all that is needed of them. */
const SAID_ANEW = [
  "action.edit",
  "statement.edit",
  "statement.reserve",
  "contribution.edit",
  "contribution.support",
  "missions.correct",
  "participant.correct",
  "ballot.cast",
];

/**
 * The list without what was saved and then said anew: a restored server is offered the last word only.
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
export function withoutSuperseded(entries) {
  /** @type {Map<string, Set<string>>} the fields that later words hold, by what they are on */
  const told = new Map();
  return inOrder(entries)
    .reverse()
    .filter((entry) => {
      if (entry.state !== "saved" || !SAID_ANEW.includes(entry.name)) return true;
      const subject = `${entry.name} ${subjectOf(entry)}`;
      const fields = Object.keys(entry.payload);
      const later = told.get(subject) ?? new Set();
      const stays = fields.some((field) => !later.has(field));
      told.set(subject, new Set([...later, ...fields]));
      return stays;
    })
    .reverse();
}

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
    lost(entry)
      ? { ...entry, state: "phone", tried: true, again: { number: entry.result?.id, at: now } }
      : unnumbered(entry, epoch),
  );
}

/**
 * What is not offered again loses its number: in another life it may be somebody else's.
 * @param {Entry} entry
 * @param {string} epoch
 * @returns {Entry}
 */
function unnumbered(entry, epoch) {
  if (!entry.life || entry.life === epoch) return entry;
  const { result: _other, ...rest } = entry;
  return rest;
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
