/** The outbox of a page: where its entries lie on this phone, and what wakes it. */
import { attempt } from "./commands.js";
import { settle } from "./outbox-entry.js";
import { Outbox } from "./outbox-queue.js";
import { adopt, usable } from "./outbox-storage.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

export { Outbox, settle };

/**
 * The outbox of a page's room.
 * @param {{boot: any}} room
 */
export function openOutbox(room) {
  const { code, role, participant, table } = room.boot;
  const stem = `tablee.outbox.${code}.${role}.`;
  const storage = usable();
  if (storage && role === "participant") adopt(storage, stem, participant);
  const outbox = new Outbox(`${stem}${participant ?? table}`, (body) => attempt(room, body), storage);
  outbox.drain();
  addEventListener("online", () => outbox.retry());
  addEventListener("pageshow", () => outbox.retry());
  addEventListener("storage", (event) => {
    if (event.key === outbox.place) outbox.reread();
  });
  return outbox;
}
