/**
 * The outbox: what a person wrote is kept on this phone before anything travels, and sent until the
 * server has it, once. Entries are `phone`, then `saved` or `refused`; they survive a reload.
 */
import { attempt, waitBefore } from "./commands.js";
import { newKey } from "./keys.js";

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} name
 * @property {any} payload
 * @property {any} meta what the page wants to remember: text, kind, secret
 * @property {"phone"|"saved"|"refused"} state
 * @property {any} [result]
 * @property {string} [message] why it was refused
 * @property {number} at
 * @property {string} [as]
 */

/** @typedef {{getItem(key: string): string|null, setItem(key: string, value: string): void}} Storage */

export class Outbox {
  /**
   * @param {string} place where the entries are kept
   * @param {(body: object) => Promise<any>} send one attempt; throws when it may be tried again
   * @param {Storage|null} storage
   */
  constructor(place, send, storage) {
    this.place = place;
    this.send = send;
    this.storage = storage;
    /** @type {Entry[]} */
    this.kept = this.load();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    this.sending = false;
    this.tries = 0;
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
    try {
      this.storage?.setItem(this.place, JSON.stringify(this.kept));
    } catch {
      this.durable = false;
    }
    for (const listener of this.listeners) listener();
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
    this.drain();
    return entry;
  }

  /** Take an entry off the list, once the person has read why it was refused.
   * @param {string} key */
  forget(key) {
    this.kept = this.kept.filter((entry) => entry.key !== key);
    this.store();
  }

  /** Try again now. */
  retry() {
    this.tries = 0;
    this.drain();
  }

  /** Send what waits, oldest first, one at a time, until nothing waits. */
  async drain() {
    if (this.sending) return;
    this.sending = true;
    for (let entry = this.next(); entry; entry = this.next()) {
      try {
        settle(entry, await this.send(bodyOf(entry)));
        this.tries = 0;
        this.store();
      } catch {
        this.tries += 1;
        this.store();
        await new Promise((resolve) => setTimeout(resolve, waitBefore(this.tries)));
      }
    }
    this.sending = false;
  }

  next() {
    return this.kept.find((entry) => entry.state === "phone");
  }
}

/** @param {Entry & {base?: number}} entry */
function bodyOf({ key, name, payload, as, base }) {
  return { key, name, payload, ...(as ? { as } : {}), ...(base == null ? {} : { base }) };
}

/**
 * @param {Entry} entry
 * @param {any} answer
 */
export function settle(entry, answer) {
  entry.state = answer.ok ? "saved" : "refused";
  if (answer.ok) entry.result = answer.result;
  else entry.message = answer.message;
}

/**
 * The outbox of a page's room.
 * @param {{boot: any}} room
 */
export function openOutbox(room) {
  const { code, role, participant, table } = room.boot;
  const place = `tablee.outbox.${code}.${role}.${participant ?? table}`;
  const outbox = new Outbox(place, (body) => attempt(room, body), usable());
  outbox.drain();
  addEventListener("online", () => outbox.retry());
  addEventListener("pageshow", () => outbox.retry());
  return outbox;
}

/** @returns {Storage|null} the browser's storage, if it really takes something */
function usable() {
  try {
    localStorage.setItem("tablee.probe", "1");
    localStorage.removeItem("tablee.probe");
    return localStorage;
  } catch {
    return null;
  }
}
