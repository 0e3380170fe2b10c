/**
 * What a phone keeps so that its page opens when the server is away: the shell, by the worker, and
 * what it knew of the day. The server says when both go: the day is closed, the place is gone.
 */
import { dayKept, keepable, keepDay } from "../../core/day-copy.js";
import { hasShell, lookAtShell } from "../../core/offline.js";

/** @param {import("../../core/room.js").Room} room */
export function openUnheard(room) {
  if (!hasShell()) return;
  room.unheard = async () => {
    const day = await dayKept(location.pathname).catch(() => null);
    if (day) room.recall(day);
  };
}

/** @param {import("./desk.js").Desk} desk */
export function keepShell(desk) {
  if (!hasShell()) return;
  const { room } = desk;
  const wanted = room.boot.offline === true;
  let told = "";
  let before = "";
  const look = () => {
    const how = `${desk.isOver()} ${room.refused}`;
    // The first look is for whom the page was opened; a later one asks the server whether it still stands.
    const boot = told ? undefined : (document.getElementById("boot")?.textContent ?? undefined);
    // A page of a closed day keeps nothing, and had the server's word for it when it came.
    if (how !== told && (told || !desk.isOver() || !wanted)) lookAtShell(wanted, boot);
    told = how;
    if (!mayKeep(desk)) {
      // What the close takes away is kept again once the day is reopened.
      before = "";
      return;
    }
    const streams = keepable(room.streams.held, room.boot);
    const now = JSON.stringify([room.streams.epoch, streams]);
    if (now === before) return;
    before = now;
    keepDay(location.pathname, { epoch: room.streams.epoch, offset: room.offset, streams }).catch(() => {});
  };
  room.onChange(look);
  look();
}

/** @param {import("./desk.js").Desk} desk whether there is something of the day to keep */
function mayKeep(desk) {
  const { boot, refused, streams } = desk.room;
  return boot.offline === true && !desk.isOver() && !refused && !streams.recalled();
}
