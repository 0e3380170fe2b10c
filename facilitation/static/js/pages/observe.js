/** The observer's page: it reads, and has nothing to send. */
import { tick } from "../core/clock.js";
import { mount, readBoot } from "../core/dom.js";
import { LibraryLine } from "../core/line-library.js";
import { openRoom } from "../core/room.js";
import { observePage } from "../widgets/observe/page.js";

const room = openRoom(readBoot(), LibraryLine);
const main = /** @type {HTMLElement} */ (document.getElementById("main"));

const draw = () => mount(observePage(room), main);

room.onChange(draw);
await room.ready;
tick(draw);
