/** Wires the participant's page: the room, the outbox, the drawing. */
import { readBoot } from "../core/dom.js";
import { Line } from "../core/line.js";
import { openOutbox } from "../core/outbox.js";
import { openRoom } from "../core/room.js";
import { Desk } from "../widgets/phone/desk.js";
import { page } from "../widgets/phone/page.js";
import { run } from "../widgets/phone/run.js";
import { openUnheard } from "../widgets/phone/shell-kept.js";

const room = openRoom(readBoot(), Line);
openUnheard(room);
const desk = new Desk(room, openOutbox(room));

run(desk, page);
