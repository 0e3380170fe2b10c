/**
 * The outbox of a page: where its entries lie on this phone, what wakes it, what it warns of, and in
 * which order a text goes from draft to entry.
 */
import { attempt } from "./commands.js";
import { flush, writeAfter } from "./drafts-disk.js";
import { adopt, changeFormer } from "./outbox-adopt.js";
import { Outbox } from "./outbox-queue.js";
import { diskShelf, plainShelf } from "./outbox-shelves.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

export { Outbox };

/**
 * The outbox of a page's room.
 * @param {{boot: any}} room
 */
export function openOutbox(room) {
  const { code, role, participant, table } = room.boot;
  const stem = `tablee.outbox.${code}.${role}.`;
  const outbox = new Outbox(`${stem}${participant ?? table}`, (body) => attempt(room, body), shelves());
  // On a table's device other tables have boxes of their own; a person's phone is one person's.
  outbox.ready = outbox.ready.then(() => adopt(outbox, stem, participant));
  outbox.ready.then(() => outbox.drain());
  outbox.changeFormer = (act) => changeFormer(outbox, stem, act);
  // A text is a draft or an entry at any moment, also for a page that is killed in between.
  writeAfter(() => outbox.line);
  outbox.keptFirst = flush;
  agree(outbox);
  for (const moment of ["online", "pageshow", "focus"]) addEventListener(moment, () => outbox.retry());
  addEventListener("beforeunload", (event) => {
    if (outbox.kind === "memory" && outbox.waiting()) event.preventDefault();
  });
  return outbox;
}

/** The places to keep entries in that this browser has. */
function shelves() {
  const found = [];
  try {
    if (indexedDB) found.push(diskShelf);
  } catch {
    // Refused by the browser's settings.
  }
  try {
    localStorage.setItem("tablee.probe", "1");
    localStorage.removeItem("tablee.probe");
    found.push(plainShelf);
  } catch {
    // Refused, or full.
  }
  return found;
}

/**
 * Several pages of one phone hear of each other's changes.
 * @param {Outbox} outbox
 */
function agree(outbox) {
  addEventListener("storage", (event) => {
    if (event.key === outbox.place) outbox.reread();
  });
  if (!("BroadcastChannel" in globalThis)) return;
  const channel = new BroadcastChannel(outbox.place);
  channel.onmessage = () => outbox.reread();
  outbox.shout = () => channel.postMessage("changed");
}
