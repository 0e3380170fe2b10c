/** What became of a contribution, in words; pure. */
import { _, day } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";

/**
 * What became of a contribution, in words.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @returns {string}
 */
export function outcome(desk, one) {
  if (one.reason === "erased") return _("Effacée par l’animateur");
  if (one.state === "withdrawn") return _("Retirée");
  if (one.state === "set_aside") return _("Écartée : %(reason)s", { reason: reasonOf(one.reason) });
  const theme = desk.room.get("themes", one.theme);
  return [
    one.shown ? _("À l’écran") : "",
    theme ? _("Thème %(letter)s : %(name)s", { letter: theme.letter, name: theme.name }) : "",
    one.actions?.length ? _("Reprise dans %(list)s", { list: one.actions.join(", ") }) : "",
    ...suites(desk, one),
    one.parked ? _("À traiter ultérieurement") : "",
    one.late ? _("Reçue après la séquence") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * What was decided on a text: as a line of a vote, through its theme, through its actions.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function suites(desk, one) {
  const led = [one.id, one.theme, ...(one.actions ?? [])].filter(Boolean);
  return desk.room
    .all("followups")
    .filter((told) => led.includes(told.option ?? told.of))
    .map((told) => _("Suite (%(of)s) : %(told)s", { of: nameOfSubject(desk, told), told: decided(told) }));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} told
 */
function nameOfSubject(desk, told) {
  const letter = desk.room.get("themes", told.option)?.letter;
  return letter ? _("thème %(letter)s", { letter }) : (told.option ?? told.of);
}

/**
 * What was decided, by whom, when and why.
 * @param {any} told
 */
export function decided(told) {
  const by = [told.decider, told.date ? day(told.date) : ""].filter(Boolean).join(", ");
  return [nameOf("outcomes", told.outcome), by, told.reason].filter(Boolean).join(", ");
}

/**
 * The reason, and the facilitator's remark when there is one: « duplicate: see ATT-003 ».
 * @param {string|undefined} told
 */
export function reasonOf(told) {
  const [code, ...remark] = String(told || "other").split(": ");
  return [nameOf("reasons", code), remark.join(": ")].filter(Boolean).join(", ");
}
