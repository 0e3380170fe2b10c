/**
 * A page's room: the records of its streams, kept current by the socket, and what the link is like.
 * Recovery is the start-up path: whoever missed a number asks for the stream again.
 */
import { io } from "../../vendor/socket.io.esm.min.js";
import { acting } from "./commands.js";
import { LinkWatch } from "./room-link.js";
import { Room } from "./room-state.js";
import { ANSWER, FIRST_PAUSE, LONGEST_REOPENING, OPENING } from "./timings.js";

/** @typedef {import("./room-state.js").Link} Link */

export { Room };

/**
 * Open a page's room and keep it current.
 * @param {any} boot
 * @returns {Room}
 */
export function openRoom(boot) {
  const room = new Room(boot);
  const socket = io({
    transports: ["websocket", "polling"],
    timeout: OPENING,
    reconnectionDelay: FIRST_PAUSE,
    reconnectionDelayMax: LONGEST_REOPENING,
    randomizationFactor: 0.5,
    auth: (/** @type {(auth: object) => void} */ give) =>
      give({
        code: boot.code,
        as: acting(boot),
        since: room.streams.numbers(),
        epoch: room.streams.epoch,
      }),
  });
  room.reconnect = () => socket.disconnect().connect();
  const watch = new LinkWatch(room, room.reconnect);
  socket.on("snapshot", (/** @type {any} */ message) => room.takeSnapshot(message));
  socket.on("changes", (/** @type {any} */ message) => room.takeChanges(message));
  socket.on("live", (/** @type {any} */ message) => room.takeLive(message));
  socket.on("moved", () => location.reload());
  socket.on("connect", () => watch.opened());
  socket.on("disconnect", () => watch.broken());
  socket.on("connect_error", (/** @type {Error} */ error) => {
    if (error.message === "unknown_token") room.refuse();
    watch.broken();
  });
  socket.io.on("ping", () => room.heard(null));
  watch.start();
  // A socket that does not open in time must not keep the page empty: HTTP brings the same records.
  setTimeout(() => room.link === "online" || room.sync(), ANSWER);
  return room;
}
