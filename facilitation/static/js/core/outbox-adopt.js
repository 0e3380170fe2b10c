/**
 * What an outbox finds on this phone when it opens: what lay on a worse shelf while a better one was
 * refused, and what somebody had not sent who lost their place and came back as a new person. And what
 * goes from former places of this phone as the day goes on.
 */
import { together } from "./outbox-entry.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

/**
 * @param {import("./outbox-queue.js").Outbox} outbox
 * @param {string} stem how the places begin that are looked into
 * @param {string|null} participant null on a table's device, which takes from its own place alone
 */
export async function adopt(outbox, stem, participant) {
  for (const shelf of outbox.shelves) {
    for (const place of await placesOf(shelf, stem)) {
      if (participant === null && place !== outbox.place) continue;
      if (place === outbox.place && shelf === outbox.shelves[0]) continue;
      await bring(outbox, shelf, place, participant);
    }
  }
}

/**
 * What goes here goes too from what was written by whom this phone belonged before, or lies on a worse shelf.
 * A shelf that fails keeps nothing on the others; it is told once they are done.
 * @param {import("./outbox-queue.js").Outbox} outbox
 * @param {string} stem
 * @param {import("./outbox-shelves.js").Change} act
 */
export async function changeFormer(outbox, stem, act) {
  const tried = await Promise.allSettled(outbox.shelves.map((shelf) => changeThere(outbox, shelf, stem, act)));
  const failed = tried.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

/**
 * @param {import("./outbox-queue.js").Outbox} outbox
 * @param {import("./outbox-shelves.js").Shelf} shelf
 * @param {string} stem
 * @param {import("./outbox-shelves.js").Change} act
 */
async function changeThere(outbox, shelf, stem, act) {
  for (const place of await shelf.places(stem)) {
    if (place !== outbox.place || shelf !== outbox.shelves[0]) await shelf.change(place, act);
  }
}

/**
 * @param {import("./outbox-shelves.js").Shelf} shelf
 * @param {string} stem
 */
async function placesOf(shelf, stem) {
  try {
    return await shelf.places(stem);
  } catch {
    return [];
  }
}

/**
 * First here, then away from there: were the page killed in between, the key stands twice and counts once.
 * @param {import("./outbox-queue.js").Outbox} outbox
 * @param {import("./outbox-shelves.js").Shelf} shelf
 * @param {string} place
 * @param {string|null} participant
 */
async function bring(outbox, shelf, place, participant) {
  const own = place === outbox.place;
  const comes = (/** @type {Entry} */ entry) => own || entry.state === "phone";
  const found = (await shelf.change(place, (entries) => entries)).filter(comes);
  if (!found.length) return;
  const brought = own ? found : found.map((entry) => ({ ...entry, meta: { ...entry.meta, who: participant } }));
  await outbox.change((entries) => together(entries, brought));
  await shelf.change(place, (entries) => entries.filter((entry) => !comes(entry)));
}
