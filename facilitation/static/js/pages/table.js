/** Wires a table's shared device: the phone's parts, for the member who holds it. */
import { tick } from "../core/clock.js";
import { sender } from "../core/commands.js";
import { html, mount, readBoot } from "../core/dom.js";
import { openOutbox } from "../core/outbox.js";
import { openRoom } from "../core/room.js";
import { Desk } from "../widgets/phone/desk.js";
import { head } from "../widgets/phone/head.js";
import { memberPicker } from "../widgets/phone/member.js";
import { page } from "../widgets/phone/page.js";
import { sheets } from "../widgets/phone/sheet.js";
import { situation } from "../widgets/phone/case.js";
import { feed } from "../widgets/phone/feed.js";

const room = openRoom(readBoot());
const outbox = openOutbox(room);
const desk = new Desk(room, outbox, sender(room));
const headPlace = /** @type {HTMLElement} */ (document.getElementById("phone-head"));
const mainPlace = /** @type {HTMLElement} */ (document.getElementById("main"));

/** Between two people only what belongs to the whole table is shown. */
function content() {
  const common = html`${situation(desk)} ${sheets(desk)} ${feed(desk)}`;
  return html`${memberPicker(desk)} ${desk.as ? page(desk) : common}`;
}

room.ready.then(() => {
  const draw = () => mount(content(), mainPlace);
  const drawHead = () => mount(head(desk), headPlace);
  room.onChange(() => {
    draw();
    drawHead();
  });
  outbox.onChange(() => room.tell());
  tick(drawHead);
  draw();
});
