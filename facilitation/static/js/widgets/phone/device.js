/** A table's shared device: between two people only what belongs to the whole table is in sight. */
import { html, nothing } from "../../core/dom.js";
import { situation } from "./case.js";
import { feed } from "./feed.js";
import { memberPicker } from "./member.js";
import { alerts } from "./messages.js";
import { ended, instruction, page } from "./page.js";
import { papers } from "./papers.js";
import { profile } from "./profile.js";
import { results } from "./results.js";
import { sheets, sheetsAtHand } from "./sheet.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
export function sharedPage(desk, saver) {
  return html`${memberPicker(desk)} ${desk.as || desk.forTable ? page(desk, saver) : common(desk, saver)}`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
function common(desk, saver) {
  const closed = desk.workshop()?.state === "closed";
  return html`${alerts(desk)} ${closed ? ended() : instruction(desk)} ${situation(desk)}
  ${closed ? nothing : html`${papers(desk)} ${sheets(desk, saver)}`} ${feed(desk)} ${sheetsAtHand(desk, saver)} ${results(desk)} ${profile(desk)}`;
}
