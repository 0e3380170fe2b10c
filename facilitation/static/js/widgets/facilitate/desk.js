/**
 * The facilitator's desk: the room, what this desk is looking at, and the one way to act.
 * Every command of the console goes through `act`: it answers with a word, feeds the undo
 * button, and shows a refusal in the server's own sentence. No drawing here.
 */
import { newArrivals } from "./arrivals.js";
import { act, redo, undo } from "./desk-acts.js";
import { openJournal } from "./journal.js";
import { emptyStack, parse } from "./undo-stack.js";
import { NO_FILTER } from "./wall-filters.js";

const TOAST_MS = 5000;
const ALARM_MS = 15000;

/** What this desk is looking at; nothing of it is shared. */
function newView() {
  return {
    area: "agenda",
    part: {},
    filters: { ...NO_FILTER },
    arrivals: newArrivals(),
    lists: new Map(),
    sought: null,
    still: false,
    focus: {},
    chosen: new Set(),
    hand: new Map(),
    held: null,
    board: null,
    beyond: false,
    dialog: null,
    toasts: [],
    pending: 0,
    remembered: null,
    lost: false,
    trial: null,
    searches: {},
    jobs: {},
    seats: null,
    making: false,
    step: null,
    action: null,
  };
}

/**
 * @param {any} room from `core/room.js`
 * @param {(name: string, payload: object, options?: object) => Promise<any>} send
 */
export function openDesk(room, send) {
  const listeners = new Set();
  const store = `tablee:${room.boot.code}:undo`;
  /** @type {any} */
  const desk = {
    room,
    view: newView(),
    stack: parse(localStorage.getItem(store)) ?? emptyStack(),
    journal: null,
    onChange: (fn) => listeners.add(fn),
    redraw: () => {
      for (const fn of listeners) fn();
    },
    look: (changes) => {
      Object.assign(desk.view, changes);
      desk.redraw();
    },
    toast: (text, tone = "done") => toast(desk, text, tone),
    act: (name, payload = {}, options = {}) => act(desk, send, name, payload, options),
    undo: () => undo(desk, send),
    redo: () => redo(desk, send),
    keep: (stack) => {
      desk.stack = stack;
      localStorage.setItem(store, JSON.stringify(stack));
    },
    open: (title, body, size = "") => desk.look({ dialog: { title, body, size } }),
    close: () => desk.look({ dialog: null }),
  };
  addEventListener("storage", (event) => {
    if (event.key === store) {
      desk.stack = parse(event.newValue);
      desk.redraw();
    }
  });
  desk.journal = openJournal(desk);
  return desk;
}

function toast(desk, text, tone) {
  const one = { text, tone, key: Math.random() };
  desk.look({ toasts: [...desk.view.toasts.slice(-2), one] });
  setTimeout(
    () => desk.look({ toasts: desk.view.toasts.filter((kept) => kept !== one) }),
    tone === "done" ? TOAST_MS : ALARM_MS,
  );
}
