/** Wires the participant's page: the room, the outbox, the drawing. */
import { tick } from "../core/clock.js";
import { sender } from "../core/commands.js";
import { mount, readBoot } from "../core/dom.js";
import { openOutbox } from "../core/outbox.js";
import { openRoom } from "../core/room.js";
import { Desk } from "../widgets/phone/desk.js";
import { head } from "../widgets/phone/head.js";
import { page } from "../widgets/phone/page.js";

const room = openRoom(readBoot());
const outbox = openOutbox(room);
const desk = new Desk(room, outbox, sender(room));
const headPlace = /** @type {HTMLElement} */ (document.getElementById("phone-head"));
const mainPlace = /** @type {HTMLElement} */ (document.getElementById("main"));

room.ready.then(() => {
  const draw = () => mount(page(desk), mainPlace);
  const drawHead = () => mount(head(desk), headPlace);
  room.onChange(() => {
    draw();
    drawHead();
  });
  outbox.onChange(() => room.tell());
  tick(drawHead);
  draw();
});
