/**
 * What an outbox keeps on this phone: its entries on disk, as other pages of the phone see them too.
 * Nothing travels here.
 */
import { merged } from "./outbox-storage.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */
/** @typedef {{getItem(key: string): string|null, setItem(key: string, value: string): void}} Storage */

export class Kept {
  /**
   * @param {string} place where the entries are kept
   * @param {Storage|null} storage
   */
  constructor(place, storage) {
    this.place = place;
    this.storage = storage;
    /** @type {Set<string>} keys taken off the list here, that another page may still hold */
    this.gone = new Set();
    /** @type {Entry[]} */
    this.kept = this.load();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** The entry that is just travelling. */
    this.sending = "";
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
}
