/**
 * How a desk acts: every command is sent from here, answered with a word, remembered for the undo
 * button, and a refusal is shown in the server's own sentence.
 */
import { _ } from "../../core/i18n.js";
import { labelOf, undoable } from "./labels.js";
import { emptyStack, pushed, redone, top, topUndone, undone } from "./undo-stack.js";

async function sent(desk, send, name, payload, options) {
  desk.look({ pending: desk.view.pending + 1 });
  const settle = desk.journal.mine(name, payload);
  try {
    const answer = await send(name, payload, options);
    settle(answer?.result);
    return answer;
  } catch (/** @type {any} */ fault) {
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
 * @param {any} desk
 * @param {(name: string, payload: object, options?: object) => Promise<any>} send
 * @param {string} name
 * @param {object} payload
 * @param {{onConflict?: (answer: any) => unknown, say?: string, base?: number}} options
 */
export async function act(desk, send, name, payload, { onConflict, say = "", ...options }) {
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

export async function undo(desk, send) {
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

export async function redo(desk, send) {
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
