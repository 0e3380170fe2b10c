/**
 * The facilitator's page: joins the room, the desk and the parts of the console. Wiring only.
 */

import { tick } from "../core/clock.js";
import { sender } from "../core/commands.js";
import { mount, readBoot } from "../core/dom.js";
import { LibraryLine } from "../core/line-library.js";
import { openRoom } from "../core/room.js";
import { openDesk } from "../widgets/facilitate/desk.js";
import { forgetLeft, keepingCard, watchFocus } from "../widgets/facilitate/focus.js";
import { listenToKeys } from "../widgets/facilitate/keyboard.js";
import { areas } from "../widgets/facilitate/keymap.js";
import { reachSought, seekCard } from "../widgets/facilitate/long-lists.js";
import { PARTS } from "../widgets/facilitate/shell.js";
import { headTemplate } from "../widgets/facilitate/top.js";
import { forgetPapers } from "../widgets/facilitate/vote-papers.js";

const QUARTER_MINUTE = 15;
const LOST_MS = 4000;

const room = openRoom(readBoot(), LibraryLine);
const desk = openDesk(room, sender(room));
/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const dialog = /** @type {HTMLDialogElement} */ (place("console-dialog").parentElement);
const scrolled = new Map();
let drawn = "";
let seconds = 0;
let asked = 0;
let losing = 0;

function drawHead() {
  mount(headTemplate(desk), place("console-head"));
}

/**
 * Notices must be read over a modal dialog too: they move into it, where they are not inert.
 * @param {HTMLElement} within
 */
function placeToasts(within) {
  const toasts = place("console-toasts");
  if (toasts.parentElement !== within) within.append(toasts);
}

function syncDialog() {
  const wanted = Boolean(desk.view.dialog || desk.view.help);
  dialog.classList.toggle("dialog-wide", desk.view.dialog?.size === "wide" || Boolean(desk.view.help));
  if (wanted && !dialog.open) {
    dialog.showModal();
    /** @type {HTMLElement|null} */ (dialog.querySelector("[autofocus]"))?.focus();
  }
  if (!wanted && dialog.open) dialog.close();
  placeToasts(wanted ? dialog : document.body);
}

function drawParts() {
  for (const [id, template] of Object.entries(PARTS)) {
    // While a card is in the air the board must not be drawn under it, but where it would be blank.
    if (id === "main" && desk.view.held && !desk.view.beyond) continue;
    mount(template(desk), place(id));
  }
  desk.view.beyond = false;
}

function draw() {
  asked = 0;
  const turned = keepScroll();
  keepingCard(drawParts, (id) => seekCard(desk, id));
  if (turned) forgetLeft();
  drawHead();
  syncDialog();
  reachSought(desk, drawParts);
  if (location.hash !== `#${desk.view.area}`) history.replaceState(null, "", `#${desk.view.area}`);
}

/** Each area opens where it was left, not where another one was scrolled to; whether another one opens. */
function keepScroll() {
  const main = place("main");
  if (drawn === desk.view.area) return false;
  scrolled.set(drawn, main.scrollTop);
  drawn = desk.view.area;
  requestAnimationFrame(() => main.scrollTo({ top: scrolled.get(drawn) ?? 0 }));
  return true;
}

function askDraw() {
  if (!asked) asked = requestAnimationFrame(draw);
}

/** A link that stutters is nothing; one that is gone for some seconds is said in full. */
function watchLink() {
  if (room.link === "online") {
    clearTimeout(losing);
    losing = 0;
    desk.view.lost = false;
  } else losing ||= window.setTimeout(() => desk.look({ lost: true }), LOST_MS);
}

const wanted = location.hash.slice(1);
if (areas().some((area) => area.id === wanted)) desk.view.area = wanted;
desk.onChange(askDraw);
room.onChange(() => {
  desk.journal.watch();
  forgetPapers(desk);
  watchLink();
  askDraw();
});
dialog.addEventListener("close", () => {
  if (desk.view.dialog || desk.view.help) desk.look({ dialog: null, help: false });
});
listenToKeys(desk);
watchFocus();
addEventListener("resize", askDraw);
tick(() => {
  seconds += 1;
  if (seconds % QUARTER_MINUTE) drawHead();
  else askDraw();
});
await room.ready;
askDraw();
