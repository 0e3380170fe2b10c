/**
 * The outbox: what a person wrote is kept on this phone before anything travels, and sent until the
 * server has it, once. Entries are `phone`, then `saved` or `refused`; they survive a reload.
 */
import { ServerFailed, waitBefore } from "./commands.js";
import { newKey } from "./keys.js";
import { merged } from "./outbox-storage.js";

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} name
 * @property {any} payload
 * @property {any} meta what the page wants to remember; `fleeting`: forgotten once it is saved
 * @property {"phone"|"saved"|"refused"} state
 * @property {any} [result]
 * @property {string} [message] why it was refused, or why it still waits
 * @property {string} [code] why it was refused, for the page
 * @property {number} at
 * @property {number} [settledAt]
 * @property {string} [as]
 * @property {number} [base]
 */

/** @typedef {{getItem(key: string): string|null, setItem(key: string, value: string): void}} Storage */

export class Outbox {
  /**
   * @param {string} place where the entries are kept
   * @param {(body: object) => Promise<any>} send one attempt; throws when it may be tried again
   * @param {Storage|null} storage
   * @param {(tries: number) => number} [pause] milliseconds before the next try
   */
  constructor(place, send, storage, pause = waitBefore) {
    this.place = place;
    this.send = send;
    this.storage = storage;
    this.pause = pause;
    /** @type {Set<string>} keys taken off the list here, that another page may still hold */
    this.gone = new Set();
    /** @type {Entry[]} */
    this.kept = this.load();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {Set<(entry: Entry) => void>} */
    this.settlers = new Set();
    this.sending = "";
    this.running = false;
    /** Whether the server no longer knows this phone: nothing goes out until the person is back. */
    this.barred = false;
    this.tries = 0;
    /** @type {Map<string, number>} failures of each entry */
    this.failures = new Map();
    /** @type {() => void} */
    this.wake = () => {};
    /** Whether entries are really on disk, or only in this page. */
    this.durable = storage !== null;
  }

  /** @returns {Entry[]} */
  load() {
    try {
      return JSON.parse(this.storage?.getItem(this.place) ?? "[]");
    } catch {
      return [];
    }
  }

  store() {
    this.kept = merged(this.kept, this.load(), this.gone);
    try {
      this.storage?.setItem(this.place, JSON.stringify(this.kept));
    } catch {
      this.durable = false;
    }
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener();
  }

  /** Another page of this phone wrote: what it settled or forgot counts here too. */
  reread() {
    const there = this.load();
    const known = new Set(there.map((entry) => entry.key));
    const mine = this.kept.filter((entry) => entry.state === "phone" || known.has(entry.key));
    this.kept = merged(mine, there, this.gone);
    this.tell();
  }

  /** @returns {Entry[]} newest first */
  entries() {
    return [...this.kept].reverse();
  }

  /** How many entries are still only on this phone. */
  waiting() {
    return this.kept.filter((entry) => entry.state === "phone").length;
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
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

  /** Take an entry off the list, once the person has read why it was refused.
   * @param {string} key */
  forget(key) {
    this.forgetWhere((entry) => entry.key === key);
  }

  /**
   * Take entries off the list; one that is just travelling stays until it is settled.
   * @param {(entry: Entry) => boolean} fits
   */
  forgetWhere(fits) {
    for (const entry of this.kept) if (fits(entry) && entry.key !== this.sending) this.gone.add(entry.key);
    this.store();
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
    for (let entry = this.next(); entry && !this.barred; entry = this.next()) {
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
   * The oldest of those that failed least: one entry that fails for ever holds back no other.
   * @returns {Entry|undefined}
   */
  next() {
    const waiting = this.kept.filter((entry) => entry.state === "phone");
    const failed = (/** @type {Entry} */ entry) => this.failures.get(entry.key) ?? 0;
    return waiting.sort((one, other) => failed(one) - failed(other) || one.at - other.at)[0];
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

/** @param {Entry} entry */
function bodyOf({ key, name, payload, as, base }) {
  return { key, name, payload, ...(as ? { as } : {}), ...(base == null ? {} : { base }) };
}

/**
 * @param {Entry} entry
 * @param {any} answer
 */
export function settle(entry, answer) {
  entry.state = answer.ok ? "saved" : "refused";
  entry.settledAt = Date.now();
  delete entry.message;
  if (answer.ok) entry.result = answer.result;
  else Object.assign(entry, { message: answer.message, code: answer.code });
}
