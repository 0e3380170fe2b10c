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
  const keep = dayKeeper(room);
  let told = "";
  const look = () => {
    const how = `${desk.isOver()} ${room.refused}`;
    // The first look is for whom the page was opened; a later one asks the server whether it still stands.
    const boot = told ? undefined : (document.getElementById("boot")?.textContent ?? undefined);
    // A page of a closed day keeps nothing, and had the server's word for it when it came.
    if (how !== told && (told || !desk.isOver() || !wanted)) lookAtShell(wanted, boot);
    told = how;
    keep(wanted && !desk.isOver() && !room.refused && !room.streams.recalled());
  };
  room.onChange(look);
  look();
}

/**
 * Keeps what the room knows of the day, whenever that changed; what the disk refused is tried again.
 * What the close takes away is kept again once the day is reopened.
 * @param {import("../../core/room.js").Room} room
 * @returns {(may: boolean) => void} to be told at each drawing whether there is something to keep
 */
function dayKeeper(room) {
  let heard = "";
  let kept = "";
  const forget = () => {
    heard = kept = "";
  };
  return (may) => {
    if (!may) return forget();
    const { epoch } = room.streams;
    const said = JSON.stringify([epoch, room.streams.numbers()]);
    if (said === heard) return;
    heard = said;
    const streams = keepable(room.streams.held, room.boot);
    const now = JSON.stringify([epoch, streams]);
    if (now === kept) return;
    kept = now;
    keepDay(location.pathname, { epoch, offset: room.offset, streams }).catch(forget);
  };
}
