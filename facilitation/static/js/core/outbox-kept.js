/**
 * What an outbox keeps on this phone, as other pages of the phone see it too. Nothing travels here.
 * The shelf holds the truth; `kept` is the latest that this page has read of it.
 */
import { inOrder, together } from "./outbox-entry.js";
import { memoryShelf } from "./outbox-shelves.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */
/** @typedef {import("./outbox-shelves.js").Shelf} Shelf */
/** @typedef {import("./outbox-shelves.js").Change} Change */

export class Kept {
  /**
   * @param {string} place where the entries are kept
   * @param {Shelf[]} shelves the best first; memory comes last by itself
   */
  constructor(place, shelves) {
    this.place = place;
    this.shelves = [...shelves, memoryShelf()];
    /** @type {Entry[]} oldest first */
    this.kept = [];
    /** @type {Map<string, Entry>} written here, not yet on the shelf */
    this.leaving = new Map();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** Tell the phone's other pages that the shelf changed. @type {() => void} */
    this.shout = () => {};
    /** Changes go to the shelf one after the other. @type {Promise<unknown>} */
    this.line = Promise.resolve();
    this.ready = this.reread();
  }

  /** How far the place is to be trusted that the entries are in. */
  get kind() {
    return this.shelves[0].kind;
  }

  /**
   * Change the list on the shelf, in one step, after all that was asked before.
   * @param {Change} act
   * @returns {Promise<void>}
   */
  change(act) {
    const turn = this.line.then(() => this.write(act));
    this.line = turn.catch(() => {});
    return turn;
  }

  /** @param {Change} act */
  async write(act) {
    const before = JSON.stringify(this.kept);
    this.kept = inOrder(await this.tried(act));
    if (JSON.stringify(this.kept) !== before) {
      this.shout();
      this.tell();
    }
  }

  /**
   * A shelf that breaks is left for the next one, which takes over what this page holds.
   * @param {Change} act
   * @returns {Promise<Entry[]>}
   */
  async tried(act) {
    try {
      return await this.shelves[0].change(this.place, act);
    } catch (failure) {
      if (this.shelves.length === 1) throw failure;
      this.shelves.shift();
      const held = this.kept;
      return this.tried((entries) => act(together(held, entries)));
    }
  }

  /**
   * Change one entry, if it is still there.
   * @param {string} key
   * @param {(entry: Entry) => Entry|null} act null takes it off the list
   */
  alter(key, act) {
    return this.change((entries) => entries.flatMap((entry) => (entry.key === key ? (act(entry) ?? []) : [entry])));
  }

  /** Another page of this phone changed the shelf. */
  reread() {
    return this.change((entries) => entries);
  }

  tell() {
    for (const listener of this.listeners) listener();
  }

  /** @returns {Entry[]} newest first */
  entries() {
    return together(this.kept, [...this.leaving.values()]).reverse();
  }

  /** How many entries are still only on this phone. */
  waiting() {
    return this.entries().filter((entry) => entry.state === "phone").length;
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
