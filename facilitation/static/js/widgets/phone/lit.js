/**
 * When a phone's screen stays lit: while there is something to write or to vote on and the person is
 * at it. A phone that lies untouched goes to sleep as its owner has it; the battery lasts the day.
 */
import { Awake } from "../../core/awake.js";

/** How long after the last touch a screen stays lit: a moment of reading and of talk at the table. */
export const ACTIVE = 120_000;

/**
 * Whether there is something to do that a dark screen would interrupt.
 * @param {import("./place.js").Place} desk
 */
export function busy(desk) {
  if (desk.isOver()) return false;
  const votes = desk.room.all("ballots").some((one) => one.state === "open") && desk.me()?.votes !== false;
  return votes || (desk.mayWrite() && (desk.step()?.allows ?? []).length > 0);
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Awake} [awake]
 */
export function keepLit(desk, awake = new Awake()) {
  let touchedAt = Date.now();
  const look = () => awake.want(Date.now() - touchedAt < ACTIVE && busy(desk));
  const touched = () => {
    touchedAt = Date.now();
    look();
  };
  // Whoever takes the phone out again is at it, before any touch.
  const seen = () => document.hidden || touched();
  for (const touch of ["pointerdown", "keydown", "input"]) document.addEventListener(touch, touched, { passive: true });
  document.addEventListener("visibilitychange", seen);
  desk.room.onChange(look);
  setInterval(look, ACTIVE / 8);
  look();
}
