/**
 * The keyboard listener of the console: finds the action of what was pressed and runs it. Keys go
 * to the common gestures first, then to the area on show. Two Escapes bring the safe screen.
 */

import { boardKeys } from "./board-keys.js";
import { focusSearch } from "./focus.js";
import { answerCall, back, extend, next, pauseOrResume, toggleSafe, toggleWriting, turnPage } from "./gestures.js";
import { singleKeys } from "./help.js";
import { areas, chord, found, typing } from "./keymap.js";
import { openMessage } from "./messages.js";
import { newAction } from "./plan.js";
import { wallKeys } from "./wall-keys.js";

// Counted between the presses themselves: a busy laptop hears of them late, and maybe apart.
const TWICE_MS = 700;
const GOTO_MS = 1500;
const NEVER = Number.NEGATIVE_INFINITY;

const COMMON = {
  help: (desk) => desk.look({ help: true }),
  undo: (desk) => desk.undo(),
  redo: (desk) => desk.redo(),
  safe: toggleSafe,
  pause: pauseOrResume,
  next,
  back,
  longer: (desk) => extend(desk, 1),
  shorter: (desk) => extend(desk, -1),
  muchLonger: (desk) => extend(desk, 5),
  muchShorter: (desk) => extend(desk, -5),
  writing: toggleWriting,
  answer: (desk) => answerCall(desk),
  message: (desk) => openMessage(desk),
  search: () => focusSearch(),
};

const AREAS = {
  wall: wallKeys,
  board: boardKeys,
  screen: {
    turnNext: (desk) => turnPage(desk, 1),
    turnBack: (desk) => turnPage(desk, -1),
    dim: (desk) => desk.act("screen.dim", { dark: !desk.room.all("screen")[0]?.dark }),
  },
  plan: { new: newAction },
};

/** Listen for the whole page. */
export function listenToKeys(desk, page = document) {
  let escapedAt = NEVER;
  let goingAt = NEVER;

  function escaped(event) {
    // What closes a dialog is no call for the safe screen, however often it is pressed.
    if (desk.view.dialog || desk.view.help) {
      escapedAt = NEVER;
      return null;
    }
    if (event.timeStamp - escapedAt < TWICE_MS && !event.repeat) {
      escapedAt = NEVER;
      return toggleSafe(desk);
    }
    escapedAt = event.timeStamp;
    if (typing(event.target)) event.target.blur();
    return null;
  }

  function goTo(event) {
    goingAt = NEVER;
    const area = areas().find((one) => one.letter === event.key.toLowerCase());
    if (!area) return;
    event.preventDefault();
    desk.look({ area: area.id });
    page.getElementById("main")?.focus({ preventScroll: true });
  }

  function run(event) {
    const pressed = chord(event);
    const action = found(pressed, desk.view.area);
    const busy = desk.view.dialog || desk.view.help;
    if (!action || (busy && !["undo", "redo", "help"].includes(action))) return;
    if (pressed === "Enter" && event.target.closest?.("button, a, summary")) return;
    const gesture = AREAS[desk.view.area]?.[action] ?? COMMON[action];
    if (!gesture) return;
    event.preventDefault();
    gesture(desk, event);
  }

  /** Single keys may be switched off; the help sheet, where they are switched on again, never is. */
  function allowed(event, single) {
    // A dialog may have taken the key already, and closed itself with it.
    if (event.defaultPrevented || event.altKey || typing(event.target)) return false;
    return !single || singleKeys() || event.key === "?";
  }

  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return void escaped(event);
    const single = !(event.ctrlKey || event.metaKey);
    if (!allowed(event, single)) return;
    if (event.timeStamp - goingAt < GOTO_MS) goTo(event);
    else if (single && event.key === "g" && !desk.view.dialog) goingAt = event.timeStamp;
    else run(event);
  });
}
