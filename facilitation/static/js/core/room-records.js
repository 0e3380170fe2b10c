/** The records that a page holds, and who is told when they change; drawn once per frame. */
import { RememberedStreams } from "./streams-remembered.js";

export class Records {
  constructor() {
    this.streams = new RememberedStreams();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {Map<string, number>} */
    this.seen = new Map();
    this.asked = false;
  }

  /** @param {string} collection */
  all(collection) {
    return this.streams.all(collection);
  }

  /**
   * @param {string} collection
   * @param {string|null|undefined} id
   */
  get(collection, id) {
    return this.streams.get(collection, id);
  }

  /** Whether anything of it is only what this phone remembers. */
  recalled() {
    return this.streams.recalled();
  }

  /**
   * When a record last changed before the eyes of this page; 0 for what was there from the start.
   * @param {string} collection
   * @param {string} id
   */
  changed(collection, id) {
    return this.seen.get(`${collection}/${id}`) ?? 0;
  }

  /**
   * Be told of changes, once per frame at most.
   * @param {() => void} listener
   * @returns {() => void} stops it
   */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tell the listeners, once, at the next frame (or soon, when the page is hidden). */
  tell() {
    if (this.asked) return;
    this.asked = true;
    const run = () => {
      this.asked = false;
      for (const listener of this.listeners) listener();
    };
    if (document.hidden) setTimeout(run, 100);
    else requestAnimationFrame(run);
  }
}
