/**
 * The outbox: what a person wrote is kept on this phone before anything travels, and sent until the
 * server has it, once. Entries are `phone`, then `saved` or `refused`; they survive a reload.
 */
import { newKey } from "./keys.js";
import { offeredAgain, withoutSuperseded } from "./outbox-again.js";
import { Sending } from "./outbox-sending.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

export class Outbox extends Sending {
  /** The life that the workshop is in, as far as this page knows. */
  epoch = "";

  /** Be told when an entry is saved or refused. @param {(entry: Entry, answer: any) => void} settler */
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
    const at = Math.max(Date.now(), 1 + (this.entries()[0]?.at ?? 0));
    /** @type {Entry} */
    const entry = { key: newKey(), name, payload, meta, state: "phone", at, epoch: this.epoch, ...options };
    this.leaving.set(entry.key, entry);
    this.change((entries) => [...entries, { ...entry }]).then(() => this.leaving.delete(entry.key));
    this.tell();
    this.retry();
    return entry;
  }

  /**
   * The workshop is in this life: what was saved in a former one is offered again.
   * @param {string} epoch
   */
  async live(epoch) {
    if (!epoch || epoch === this.epoch) return;
    this.epoch = epoch;
    await this.change((entries) => offeredAgain(withoutSuperseded(entries), epoch, Date.now()));
    this.retry();
  }

  /** Try again now. */
  retry() {
    this.tries = 0;
    this.wake();
    this.drain();
  }

  /**
   * Keep and send, and hear the answer, however late; what is refused is for the asker alone.
   * @param {string} name
   * @param {any} payload
   * @param {any} [meta]
   * @param {{as?: string, base?: number}} [options]
   * @returns {Promise<any>}
   */
  ask(name, payload, meta = {}, options = {}) {
    const { key } = this.add(name, payload, { ...meta, asked: true }, options);
    return new Promise((resolve) => {
      const stop = this.onSettle((entry, answer) => {
        if (entry.key !== key) return;
        stop();
        resolve(answer);
      });
    });
  }

  /** Change what lies at other places of this phone. @type {(act: import("./outbox-shelves.js").Change) => Promise<unknown>} */
  changeFormer = async () => {};

  /** What an entry that is taken off became must be on this phone first. @type {() => Promise<unknown>} */
  keptFirst = async () => {};

  /** Take an entry off the list, once the person has read why it was refused, or took it up again.
   * @param {string} key */
  async forget(key) {
    await this.keptFirst();
    await this.forgetWhere((entry) => entry.key === key);
  }

  /**
   * Take entries off the list. What may have reached the server stays until it has answered: were
   * it forgotten, it could arrive after what replaces it.
   * @param {(entry: Entry) => boolean} fits
   */
  forgetWhere(fits) {
    const stays = (/** @type {Entry} */ entry) => entry.state === "phone" && entry.tried;
    return this.change((entries) => entries.filter((entry) => stays(entry) || !fits(entry)));
  }
}
