/**
 * A page's room: the records of its streams, kept current by the socket, and what the link is like.
 * Recovery is the start-up path: whoever missed a number asks for the stream again.
 */
import { acting } from "./commands.js";
import { LinkWatch } from "./room-link.js";
import { isOfElsewhere, settledIn } from "./room-moved.js";
import { Room } from "./room-state.js";
import { ANSWER } from "./timings.js";

/** @typedef {import("./room-state.js").Link} Link */
/** @typedef {new (auth: () => object, ears: Record<string, (content?: any) => void>) => {open(): void, drop(): void}} Lines */

export { Room };

/**
 * Open a page's room and keep it current.
 * @param {any} boot
 * @param {Lines} Line which socket the page has
 * @returns {Room}
 */
export function openRoom(boot, Line) {
  const room = new Room(boot);
  const watch = new LinkWatch(room, () => line.open());
  const auth = () => ({
    code: boot.code,
    as: acting(boot),
    since: room.streams.numbers(),
    epoch: room.streams.epoch,
  });
  const line = new Line(auth, {
    snapshot: (message) => {
      if (isElsewhere(room, message)) location.reload();
      else room.takeSnapshot(message);
    },
    changes: (message) => room.takeChanges(message),
    live: (message) => room.takeLive(message),
    moved: () => location.reload(),
    ping: () => room.heard(null),
    connect: () => watch.opened(),
    disconnect: () => watch.broken(),
    connect_error: (error) => {
      watch.broken();
      if (error.message !== "unknown_token") return;
      line.drop();
      room.refuse();
    },
  });
  room.reconnect = () => line.open();
  // By HTTP the records come compressed, and the socket then brings only what changed since.
  Promise.race([room.sync(), new Promise((resolve) => setTimeout(resolve, ANSWER))]).then((asked) => {
    if (asked?.answered) settled();
    else room.unheard();
    if (!room.refused) line.open();
    watch.start();
  });
  return room;
}

/** The server answered for the place of this page: should it move again, it is opened anew again. */
function settled() {
  try {
    settledIn(sessionStorage);
  } catch {
    // Without a storage nothing was noted.
  }
}

/**
 * @param {Room} room
 * @param {any} message
 */
function isElsewhere(room, message) {
  try {
    return isOfElsewhere(room.names(), Object.keys(message.streams), sessionStorage);
  } catch {
    // Without a storage it might be opened anew for ever.
    return false;
  }
}
