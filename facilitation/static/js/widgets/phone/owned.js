/** What is one’s own on this phone; for whoever speaks for the table, what was said in its name too. */
import { ownTexts } from "./own-texts.js";

/** @param {import("./desk.js").Desk} desk */
export function owned(desk) {
  // Only a personal stream tells whether a text is private: what carries the mark is one's own.
  const signed = (/** @type {any} */ record) => !desk.shared && "private" in record;
  const looksAfter = (/** @type {any} */ record) => signed(record) || isTables(desk, record);
  return ownTexts(desk.outbox.entries(), desk.room.all("contributions"), desk.who(), looksAfter);
}

/**
 * What was said in the name of my table, while I speak for it.
 * @param {import("./desk.js").Desk} desk
 * @param {any} record
 */
function isTables(desk, record) {
  if (!record.for_table || record.state !== "posted" || record.table !== desk.room.boot.table) return false;
  return desk.shared ? desk.forTable : desk.isRapporteur();
}
