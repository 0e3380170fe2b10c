/** What a phone lets go of as the day goes on, in the order in which nothing is lost. */
import { knownIn } from "../../core/entered.js";
import { forgetClosed } from "./vote-box.js";

/** @param {import("./desk.js").Desk} desk */
export function letGo(desk) {
  const { code } = desk.room.boot;
  const { epoch } = desk.room.streams;
  // First, what a former life of the workshop answered waits again: this one may never have had it.
  desk.outbox.live(epoch);
  knownIn(code, epoch);
  desk.forgetErased();
  desk.forgetAnswered();
  forgetClosed(desk);
}
