/** When the day goes on, the page says so and goes back up to what there is to do now. */
import { _ } from "../../core/i18n.js";

/**
 * @typedef {object} Moment where the day is, as far as a phone follows it
 * @property {string} step
 * @property {string} title
 * @property {boolean} open whether people write
 * @property {string} ballot the open vote
 * @property {boolean} closed
 */

/**
 * What is said aloud of a change; empty when nothing of weight changed.
 * @param {Moment} before
 * @param {Moment} now
 * @returns {string}
 */
export function announcement(before, now) {
  if (now.closed !== before.closed) return now.closed ? _("Le séminaire est clos.") : _("Le séminaire est rouvert.");
  if (now.ballot && now.ballot !== before.ballot) return _("Le vote est ouvert.");
  if (now.step !== before.step) return begun(now);
  if (before.ballot && !now.ballot) return _("Le vote est clos.");
  if (now.open === before.open) return "";
  return now.open ? _("L’écriture est ouverte.") : _("L’écriture est close.");
}

/**
 * A step and its writing may come in one go.
 * @param {Moment} now
 */
function begun({ title, open }) {
  if (!title) return "";
  return open ? _("Séquence : %(title)s – l’écriture est ouverte.", { title }) : _("Séquence : %(title)s", { title });
}

/**
 * Whether what there is to do is another thing than before.
 * @param {Moment} before
 * @param {Moment} now
 */
export function begins(before, now) {
  const opened = (now.open && !before.open) || (now.ballot !== "" && now.ballot !== before.ballot);
  return now.step !== before.step || now.closed !== before.closed || opened;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @returns {Moment}
 */
function momentOf(desk) {
  const step = desk.step();
  return {
    step: step?.id ?? "",
    title: step?.title ?? "",
    open: step?.writing_open ?? false,
    ballot: desk.room.all("ballots").find((one) => one.state === "open")?.id ?? "",
    closed: desk.workshop()?.state === "closed",
  };
}

/** Whoever is writing is not carried away from their words. */
function typing() {
  return document.activeElement?.matches("main textarea, main input, main select") ?? false;
}

/** @param {import("./desk.js").Desk} desk */
export function followTheDay(desk) {
  let before = momentOf(desk);
  desk.room.onChange(() => {
    const now = momentOf(desk);
    const said = announcement(before, now);
    if (said) desk.toast(said);
    if (begins(before, now) && !typing()) scrollTo({ top: 0 });
    before = now;
  });
}
