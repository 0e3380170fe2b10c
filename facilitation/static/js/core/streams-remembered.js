/** Streams of which a phone remembers something from before: it stands in until the server is heard. Pure. */
import { Streams } from "./streams.js";

/** @typedef {import("./streams.js").Held} Held */

export class RememberedStreams extends Streams {
  /** @type {Map<string, Held>} */
  remembered = new Map();

  /**
   * What was known of a life stands in for streams that nothing was heard of.
   * @param {string} epoch
   * @param {Record<string, Record<string, Record<string, any>>>} streams
   */
  recall(epoch, streams) {
    if (this.held.size && epoch !== this.epoch) return;
    Object.assign(this, { epoch });
    for (const [name, records] of Object.entries(streams)) {
      if (!this.held.has(name)) this.remembered.set(name, { number: 0, records });
    }
    this.listed.clear();
    this.ordered = null;
  }

  /** @param {any} message */
  replace(message) {
    if (message.epoch !== this.epoch) this.remembered.clear();
    for (const name of Object.keys(message.streams)) this.remembered.delete(name);
    return super.replace(message);
  }

  /** Whether anything that is shown is only remembered. */
  recalled() {
    return this.remembered.size > 0;
  }

  known() {
    return [...this.remembered, ...this.held];
  }

  /** @param {string} name whether anything is known of a stream */
  has(name) {
    return this.held.has(name) || this.remembered.has(name);
  }
}
