/**
 * A page's room: the records of its streams, kept current by the socket, and what the link is like.
 * Recovery is the start-up path: whoever missed a number asks for the stream again.
 */
import { io } from "../../vendor/socket.io.esm.min.js";
import { acting } from "./commands.js";
import { PATIENCE, Room } from "./room-state.js";

/** A socket silent for this long is doubted when somebody touches the page, in milliseconds. */
const DOUBT = 5_000;

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
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    auth: (/** @type {(auth: object) => void} */ give) =>
      give({
        code: boot.code,
        as: acting(boot),
        since: room.streams.numbers(),
        epoch: room.streams.epoch,
      }),
  });
  socket.on("snapshot", (/** @type {any} */ message) => room.takeSnapshot(message));
  socket.on("changes", (/** @type {any} */ message) => room.takeChanges(message));
  socket.on("live", (/** @type {any} */ message) => room.takeLive(message));
  socket.on("moved", () => location.reload());
  socket.on("connect", () => setLink(room, "online"));
  socket.on("disconnect", () => setLink(room, "waiting"));
  socket.on("connect_error", (/** @type {Error} */ error) => {
    if (error.message === "unknown_token") room.refuse();
    setLink(room, navigator.onLine ? "waiting" : "offline");
  });
  socket.io.on("ping", () => room.heard(null));
  watch(room, socket);
  return room;
}

/**
 * @param {Room} room
 * @param {Link} link
 */
function setLink(room, link) {
  room.link = link;
  room.heardAt = Date.now();
  room.tell();
}

/**
 * A sleeping phone's socket dies without a word: on every wake, look and begin again; and whoever
 * touches a page that heard nothing for a while learns soon whether anybody listens.
 * @param {Room} room
 * @param {any} socket
 */
function watch(room, socket) {
  const names = () => room.boot.streams ?? [];
  const again = () => socket.disconnect().connect();
  room.reconnect = again;
  const wake = () => {
    if (document.hidden) return;
    for (const name of names()) room.ask(name);
    if (Date.now() - room.heardAt > DOUBT || !socket.connected) again();
  };
  const doubt = async () => {
    if (room.probing || !socket.connected || Date.now() - room.heardAt < DOUBT) return;
    room.probing = true;
    const answered = await room.ask(names().at(-1));
    room.probing = false;
    if (answered) return;
    setLink(room, "waiting");
    again();
  };
  document.addEventListener("visibilitychange", wake);
  for (const touch of ["pointerdown", "input"]) document.addEventListener(touch, doubt, { passive: true });
  // The first showing of a page is no wake: its socket is only just opening.
  addEventListener("pageshow", (event) => {
    if (event.persisted) wake();
  });
  addEventListener("online", wake);
  addEventListener("offline", () => setLink(room, "offline"));
  // A socket that does not open in time must not keep the page empty: HTTP brings the same records.
  setTimeout(() => {
    if (room.link !== "online") for (const name of names()) room.ask(name);
  }, PATIENCE);
}
