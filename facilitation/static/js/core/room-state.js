/** A page's room: its records, live values, the server's time, and what is heard from the server. */
import { acting, within } from "./commands.js";
import { Records } from "./room-records.js";

/** How long an answer by HTTP may take, in milliseconds. */
export const PATIENCE = 3_000;

/** @typedef {"online"|"waiting"|"offline"} Link */

export class Room extends Records {
  /** @param {any} boot */
  constructor(boot) {
    super();
    this.boot = boot;
    /** @type {any} */
    this.live = { present: 0, joined: 0, observers: 0, turnout: {} };
    /** @type {Link} */
    this.link = "waiting";
    this.offset = 0;
    /** Whether the server no longer knows this page's key: only the door helps. */
    this.refused = false;
    this.probing = false;
    this.heardAt = Date.now();
    /** Begin the socket again, at once. @type {() => void} */
    this.reconnect = () => {};
    /** @type {() => void} */
    this.settle = () => {};
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
    const expected = this.boot.streams ?? [];
    if (expected.every((/** @type {string} */ name) => this.streams.held.has(name))) this.settle();
    this.tell();
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
   * Ask for a stream by HTTP, within a bounded time.
   * @param {string} name
   * @returns {Promise<boolean>} whether the server answered
   */
  async ask(name) {
    const address = `/api/workshops/${this.boot.code}/snapshot?stream=${encodeURIComponent(name)}`;
    try {
      const answer = await fetch(address, {
        headers: { "X-Tablee-As": acting(this.boot) },
        signal: within(PATIENCE),
      });
      if (answer.ok) this.takeSnapshot(await answer.json());
      if (answer.status === 401) this.refuse();
      return true;
    } catch {
      // The socket's own reconnection will ask again.
      return false;
    }
  }

  /** The server knows this page no longer. */
  refuse() {
    this.refused = true;
    this.settle();
    this.tell();
  }
}
