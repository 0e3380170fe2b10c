/**
 * The gestures that exist everywhere in the console, by button as by key: the day's clock, the
 * writing window, the safe screen, a call answered, a contribution chosen. One command each.
 */
import { _ } from "../../core/i18n.js";
import { around } from "./agenda-time.js";
import { pagesShown } from "./preview.js";
import { payloadOf, safeToggle } from "./screen-choices.js";
import { turned } from "./screen-pages.js";

/** The steps around the current one. */
export function here(desk) {
  return around(desk.room.all("steps"), desk.room.all("workshop")[0]?.step);
}

/** Start the step after the current one. */
export function next(desk) {
  const { next: following } = here(desk);
  if (!following) return desk.toast(_("C’était la dernière séquence."), "alarm");
  return desk.act("step.start", { step: following.id });
}

/** Go back to the step before. */
export function back(desk) {
  return desk.act("step.back");
}

/** Stop the clock, or let it run again. */
export function pauseOrResume(desk) {
  const { current } = here(desk);
  return desk.act(current?.state === "paused" ? "step.resume" : "step.pause");
}

/** Give the running step minutes, or take some. */
export function extend(desk, minutes) {
  return desk.act("step.extend", { minutes });
}

/** Open the phones for writing, or close them. */
export function toggleWriting(desk) {
  const { current } = here(desk);
  return current?.writing_open ? desk.act("writing.close") : desk.act("writing.open");
}

/** The safe scene, or what was there before it. */
export function toggleSafe(desk) {
  const screen = desk.room.all("screen")[0];
  const payload = safeToggle(screen, desk.view.remembered, desk.room.all("workshop")[0]?.step);
  if (payload.scene === "blank") desk.view.remembered = { ...screen };
  return desk.act("screen.show", payload);
}

/** Show a scene; the former one is remembered so that one key brings it back. */
export function showScene(desk, payload) {
  const screen = desk.room.all("screen")[0];
  if (payload.scene === "blank" && screen?.scene !== "blank") desk.view.remembered = { ...screen };
  return desk.act("screen.show", payload);
}

/** Turn the pages of the scene on show. */
export function turnPage(desk, step) {
  const page = turned(pagesShown(desk.room), step);
  return page === null ? null : desk.act("screen.turn", { page });
}

/** Answer the table that calls; the first one when none is named. */
export function answerCall(desk, table = null) {
  const calling = table ?? desk.room.all("tables").find((one) => one.called)?.id;
  if (!calling) return desk.toast(_("Aucune table n’appelle."));
  const number = desk.room.get("tables", calling)?.number;
  return desk.act(
    "table.call",
    { on: false, table: calling },
    { say: _("Table %(n)s : appel pris en charge", { n: number }) },
  );
}

/** Choose a contribution for the screen's wall, or take it off. */
export function toggleShown(desk, contribution) {
  return desk.act("contribution.show", { contributions: [contribution.id], on: !contribution.shown });
}

/** Choose several for the screen's wall, or take them off it. */
export function showTogether(desk, contributions, on) {
  return desk.act("contribution.show", { contributions: contributions.map((one) => one.id), on });
}

/** Bring back the scene that a record of the screen describes. */
export function bringBack(desk, screen) {
  return desk.act("screen.show", payloadOf(screen));
}
