/** What became of a contribution, in words; pure. */
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";

/**
 * What became of a contribution, in words.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @returns {string}
 */
export function outcome(desk, one) {
  if (one.state === "withdrawn") return _("Retirée");
  if (one.state === "set_aside") return _("Écartée : %(reason)s", { reason: reasonOf(one.reason) });
  const theme = desk.room.get("themes", one.theme);
  return [
    one.shown ? _("À l’écran") : "",
    theme ? _("Thème %(letter)s : %(name)s", { letter: theme.letter, name: theme.name }) : "",
    one.actions?.length ? _("Reprise dans %(list)s", { list: one.actions.join(", ") }) : "",
    one.parked ? _("À traiter ultérieurement") : "",
    one.late ? _("Reçue après la séquence") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * The reason, and the facilitator's remark when there is one: « duplicate: see ATT-003 ».
 * @param {string|undefined} told
 */
export function reasonOf(told) {
  const [code, ...remark] = String(told || "other").split(": ");
  return [nameOf("reasons", code), remark.join(": ")].filter(Boolean).join(", ");
}
