/**
 * The facilitator's desk: the room, what this desk is looking at, and the one way to act.
 * Every command of the console goes through `act`: it answers with a word, feeds the undo
 * button, and shows a refusal in the server's own sentence. No drawing here.
 */
import { _ } from "../../core/i18n.js";
import { newArrivals } from "./arrivals.js";
import { openJournal } from "./journal.js";
import { labelOf, undoable } from "./labels.js";
import { emptyStack, parse, pushed, redone, top, topUndone, undone } from "./undo-stack.js";
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
    pages: 1,
    still: false,
    focus: {},
    chosen: new Set(),
    hand: new Map(),
    held: null,
    dialog: null,
    toasts: [],
    pending: 0,
    remembered: null,
    lost: false,
    searches: {},
    jobs: {},
    seats: null,
    step: null,
    action: null,
  };
}

/**
 * @param {object} room from `core/room.js`
 * @param {(name: string, payload: object, options?: object) => Promise<any>} send
 */
export function openDesk(room, send) {
  const listeners = new Set();
  const store = `tablee:${room.boot.code}:undo`;
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

async function sent(desk, send, name, payload, options) {
  desk.look({ pending: desk.view.pending + 1 });
  const settle = desk.journal.mine(name, payload);
  try {
    const answer = await send(name, payload, options);
    settle(answer?.result);
    return answer;
  } catch (fault) {
    settle();
    return {
      ok: false,
      code: "unreachable",
      message: fault?.message || _("Le serveur ne répond pas : rien n’a été modifié."),
    };
  } finally {
    desk.look({ pending: desk.view.pending - 1 });
  }
}

/**
 * Send a command. Answers with the server's answer; `ok` says whether it happened.
 * `base` is the version this hand saw; `onConflict(answer)` may take over a 409;
 * `say` replaces the sentence shown after success, an empty one shows none.
 */
async function act(desk, send, name, payload, { onConflict, say = "", ...options }) {
  const label = labelOf(name, payload, desk.room);
  const answer = await sent(desk, send, name, payload, options);
  if (answer?.ok) {
    if (undoable(name)) desk.keep(pushed(desk.stack, { name, label, command: null }));
    if (say) desk.toast(say);
    else desk.redraw();
  } else if (answer?.code === "conflict" && onConflict) {
    await onConflict(answer);
  } else {
    desk.toast(answer?.message || _("La demande n’a pas abouti."), "alarm");
  }
  return answer;
}

async function undo(desk, send) {
  const next = top(desk.stack);
  const payload = next?.command ? { command: next.command } : {};
  const answer = await sent(desk, send, "undo", payload, {});
  if (answer?.ok) {
    const label = next?.name === answer.result?.undone ? next.label : "";
    desk.keep(undone(desk.stack, answer.result?.undone, answer.seq));
    desk.toast(label ? _("Annulé : %(label)s", { label }) : _("Dernière action annulée"));
    return;
  }
  if (answer?.code === "nothing_to_undo") desk.keep(emptyStack());
  desk.toast(
    answer?.code === "conflict"
      ? _("Annulation impossible : quelqu’un a modifié la même chose depuis.")
      : answer?.message || _("Rien à annuler."),
    "alarm",
  );
}

async function redo(desk, send) {
  const next = topUndone(desk.stack);
  if (!next?.command) return;
  const answer = await sent(desk, send, "undo", { command: next.command }, {});
  if (answer?.ok) {
    desk.keep(redone(desk.stack, answer.seq));
    desk.toast(_("Rétabli : %(label)s", { label: next.label }));
  } else {
    desk.toast(answer?.message || _("Impossible de rétablir."), "alarm");
  }
}
