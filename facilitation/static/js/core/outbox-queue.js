/**
 * The outbox: what a person wrote is kept on this phone before anything travels, and sent until the
 * server has it, once. Entries are `phone`, then `saved` or `refused`; they survive a reload.
 */
import { ServerFailed, waitBefore } from "./commands.js";
import { newKey } from "./keys.js";
import { bodyOf, nextOf, settle } from "./outbox-entry.js";
import { Kept } from "./outbox-kept.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

export class Outbox extends Kept {
  /**
   * @param {string} place where the entries are kept
   * @param {(body: object) => Promise<any>} send one attempt; throws when it may be tried again
   * @param {import("./outbox-kept.js").Storage|null} storage
   * @param {(tries: number) => number} [pause] milliseconds before the next try
   */
  constructor(place, send, storage, pause = waitBefore) {
    super(place, storage);
    this.send = send;
    this.pause = pause;
    /** @type {Set<(entry: Entry) => void>} */
    this.settlers = new Set();
    this.running = false;
    /** Whether the server no longer knows this phone: nothing goes out until the person is back. */
    this.barred = false;
    this.tries = 0;
    /** @type {Map<string, number>} failures of each entry */
    this.failures = new Map();
    /** @type {() => void} */
    this.wake = () => {};
  }

  /** Be told when an entry is saved or refused. @param {(entry: Entry) => void} settler */
  onSettle(settler) {
    this.settlers.add(settler);
    return () => this.settlers.delete(settler);
  }

  /**
   * Keep, then send.
   * @param {string} name
   * @param {any} payload
   * @param {any} [meta]
   * @param {{as?: string, base?: number}} [options]
   * @returns {Entry}
   */
  add(name, payload, meta = {}, options = {}) {
    /** @type {Entry} */
    const entry = { key: newKey(), name, payload, meta, state: "phone", at: Date.now(), ...options };
    this.kept.push(entry);
    this.store();
    this.retry();
    return entry;
  }

  /** Try again now. */
  retry() {
    this.tries = 0;
    this.wake();
    this.drain();
  }

  /** Send what waits, one at a time, until nothing waits. */
  async drain() {
    if (this.running || this.barred) return;
    this.running = true;
    const next = () => nextOf(this.kept, this.failures);
    for (let entry = next(); entry && !this.barred; entry = next()) {
      this.sending = entry.key;
      await this.sendOne(entry);
      this.sending = "";
    }
    this.running = false;
  }

  /** @param {Entry} entry */
  async sendOne(entry) {
    try {
      this.settle(entry, await this.send(bodyOf(entry)));
      this.tries = 0;
    } catch (failure) {
      this.tries += 1;
      this.failures.set(entry.key, (this.failures.get(entry.key) ?? 0) + 1);
      if (failure instanceof ServerFailed) entry.message = failure.message;
      this.store();
      await this.rest();
    }
  }

  /** Wait before the next try, unless somebody wakes the outbox. */
  rest() {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pause(this.tries));
      this.wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  /**
   * @param {Entry} entry
   * @param {any} answer
   */
  settle(entry, answer) {
    if (answer.code === "unknown_token") {
      this.barred = true;
      entry.message = answer.message;
      this.store();
      return;
    }
    const kept = this.kept.find((one) => one.key === entry.key) ?? entry;
    settle(kept, answer);
    if (answer.ok && kept.meta?.fleeting) this.gone.add(kept.key);
    this.store();
    for (const settler of this.settlers) settler(kept);
  }
}
