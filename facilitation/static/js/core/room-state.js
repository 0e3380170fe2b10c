/** A page's room: its records, live values, the server's time, and what is heard from the server. */
import { Asking } from "./room-asking.js";

/** @typedef {"online"|"waiting"|"lost"} Link */

export class Room extends Asking {
  /** @param {any} boot */
  constructor(boot) {
    super(boot);
    /** @type {any} */
    this.live = { present: 0, joined: 0, observers: 0, turnout: {} };
    /** @type {Link} */
    this.link = "waiting";
    this.offset = 0;
    this.heardAt = Date.now();
    /** Begin the socket again, at once. @type {() => void} */
    this.reconnect = () => {};
    /** The server did not answer when the page opened. @type {() => void} */
    this.unheard = () => {};
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Server time, in milliseconds. */
  now() {
    return Date.now() + this.offset;
  }

  /** @param {any} message */
  heard(message) {
    this.heardAt = Date.now();
    if (message?.now) this.offset = message.now - Date.now();
  }

  /** @param {any} message */
  takeSnapshot(message) {
    this.heard(message);
    this.streams.replace(message);
    if (message.live) this.live = { ...this.live, ...message.live };
    if (this.names().every((name) => this.streams.held.has(name))) this.settle();
    this.tell();
  }

  /**
   * The server is away: what this phone remembers of the day stands in until it is heard again.
   * @param {import("./day-copy.js").Day} day
   */
  recall({ epoch, offset, streams }) {
    // Half a memory opens nothing; of streams that are no longer this page's nothing would ever be heard.
    const wanted = this.names().filter((name) => !this.streams.held.has(name));
    if (!wanted.length || !wanted.every((name) => name in streams)) return;
    this.streams.recall(epoch, Object.fromEntries(wanted.map((name) => [name, streams[name]])));
    if (!this.streams.recalled()) return;
    // A clock that was heard is better than one that is remembered.
    if (!this.streams.held.size) this.offset = offset;
    this.settle();
    this.doubt();
  }

  /** @param {any} message */
  takeChanges(message) {
    this.heard(message);
    const changed = this.streams.change(message);
    if (changed === null) {
      for (const name of Object.keys(message.streams)) this.ask(name);
      return;
    }
    for (const [collection, id] of changed) this.seen.set(`${collection}/${id}`, Date.now());
    this.tell();
  }

  /** @param {any} message */
  takeLive(message) {
    this.heard(message);
    this.live = { ...this.live, ...message };
    this.tell();
  }

  /**
   * @param {any} message
   * @param {number} from the number that changes were asked from
   */
  takeAnswer(message, from) {
    if (message.full) this.takeSnapshot(message);
    else this.takeChanges({ ...message, from });
    if (message.live) this.takeLive(message.live);
  }
}
