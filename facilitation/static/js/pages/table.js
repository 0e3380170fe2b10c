/** Wires a table's shared device: the phone's parts, for the member who holds it. */
import { readBoot } from "../core/dom.js";
import { Line } from "../core/line.js";
import { openOutbox } from "../core/outbox.js";
import { openRoom } from "../core/room.js";
import { Desk } from "../widgets/phone/desk.js";
import { sharedPage } from "../widgets/phone/device.js";
import { watchHolder } from "../widgets/phone/member.js";
import { run } from "../widgets/phone/run.js";
import { openUnheard } from "../widgets/phone/shell-kept.js";

const room = openRoom(readBoot(), Line);
openUnheard(room);
const desk = new Desk(room, openOutbox(room));

watchHolder(desk);
run(desk, sharedPage);
