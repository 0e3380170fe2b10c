/** Draws a page for as long as it is open: on every change, and its head each second. */
import { tick } from "../../core/clock.js";
import { mount } from "../../core/dom.js";
import { draft, draftsReady, onDraftElsewhere } from "../../core/drafts.js";
import { followTheDay } from "./follow.js";
import { head } from "./head.js";
import { letGo } from "./letting-go.js";
import { keepLit } from "./lit.js";
import { SheetSaver } from "./sheet-saver.js";
import { keepShell } from "./shell-kept.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {(desk: import("./desk.js").Desk, saver: SheetSaver) => unknown} page
 */
export async function run(desk, page) {
  const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const { code, participant, table } = desk.room.boot;
  const saver = new SheetSaver({
    send: (name, payload, options) => desk.ask(name, payload, options),
    // A sheet is the table's, whoever holds a shared device.
    draft: (key) => draft(`${code}.${participant ?? `table-${table}`}.${key}`),
    action: (id) => desk.room.get("actions", id),
    draw: () => desk.draw(),
  });
  await Promise.all([desk.room.ready, desk.outbox.ready, draftsReady]);
  const drawHead = () => mount(head(desk), place("phone-head"));
  const draw = () => {
    mount(page(desk, saver), place("main"));
    drawHead();
  };
  const forget = () => letGo(desk);
  forget();
  draw();
  desk.room.onChange(draw);
  desk.room.onChange(forget);
  desk.outbox.onChange(() => desk.draw());
  onDraftElsewhere(() => desk.draw());
  tick(drawHead);
  flushWhenBack(desk, saver);
  followTheDay(desk);
  keepLit(desk);
  keepShell(desk);
}

/**
 * What a sheet could not save goes out once the link is there again.
 * @param {import("./desk.js").Desk} desk
 * @param {SheetSaver} saver
 */
function flushWhenBack(desk, saver) {
  let before = "";
  const look = () => {
    if (desk.room.link === "online" && before !== "online") {
      desk.outbox.retry();
      saver.flush();
    }
    before = desk.room.link;
  };
  desk.room.onChange(look);
  look();
}
