/**
 * How an outbox sends: one entry at a time, as the shelf has them now, until the server has answered.
 * Several pages may send one entry: its key makes that harmless.
 */
import { ServerFailed, waitBefore } from "./commands.js";
import { comesLater, renumbered, withoutSuperseded } from "./outbox-again.js";
import { bodyOf, nextOf, settle } from "./outbox-entry.js";
import { Kept } from "./outbox-kept.js";

/** @typedef {import("./outbox-entry.js").Entry} Entry */

export class Sending extends Kept {
  /**
   * @param {string} place where the entries are kept
   * @param {(body: object) => Promise<any>} send one attempt; throws when it may be tried again
   * @param {import("./outbox-shelves.js").Shelf[]} shelves
   * @param {(tries: number) => number} [pause] milliseconds before the next try
   */
  constructor(place, send, shelves, pause = waitBefore) {
    super(place, shelves);
    this.send = send;
    this.pause = pause;
    /** @type {Set<(entry: Entry, answer: any) => void>} */
    this.settlers = new Set();
    this.running = false;
    /** Whether somebody asked while the queue was running out. */
    this.more = false;
    /** Whether the server no longer knows this phone: nothing goes out until the person is back. */
    this.barred = false;
    this.tries = 0;
    /** @type {Map<string, number>} failures of each entry */
    this.failures = new Map();
    /** @type {() => void} */
    this.wake = () => {};
  }

  /** Send what waits, one at a time, until nothing waits. */
  async drain() {
    this.more = true;
    if (this.running || this.barred) return;
    this.running = true;
    while (this.more && !this.barred) {
      this.more = false;
      for (let entry = await this.claim(); entry && !this.barred; entry = await this.claim()) await this.sendOne(entry);
    }
    this.running = false;
  }

  /**
   * The next entry to send, as the shelf has it now, marked before it leaves.
   * @returns {Promise<Entry|undefined>}
   */
  async claim() {
    /** @type {Entry|undefined} */
    let chosen;
    await this.change((entries) => {
      chosen = nextOf(entries, this.failures);
      if (chosen) chosen.tried = true;
      return entries;
    });
    return chosen;
  }

  /** @param {Entry} entry */
  async sendOne(entry) {
    try {
      await this.answered(entry, await this.send(bodyOf(entry)));
      this.tries = 0;
    } catch (failure) {
      this.tries += 1;
      this.failures.set(entry.key, (this.failures.get(entry.key) ?? 0) + 1);
      const said = failure instanceof ServerFailed ? failure.message : "";
      if (said) await this.alter(entry.key, (one) => ({ ...one, message: said }));
      await this.rest(failure instanceof ServerFailed ? failure.after : 0);
    }
  }

  /**
   * Wait before the next try, unless somebody wakes the outbox.
   * @param {number} least milliseconds that the server asked for
   */
  rest(least) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(this.pause(this.tries), least));
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
  async answered(entry, answer) {
    if (answer.code === "unknown_token") {
      this.barred = true;
      await this.alter(entry.key, (one) => ({ ...one, message: answer.message }));
      this.tell();
      return;
    }
    if (comesLater(entry, answer, Date.now())) throw new ServerFailed(answer.message);
    let settled = settle(entry, answer);
    // What was changed of it while it travelled stays changed.
    await this.alter(entry.key, (one) => {
      settled = settle(one, answer);
      return leavesNothing(settled) ? null : settled;
    });
    await this.change((entries) => withoutSuperseded(renumbered(entries, entry.again?.number, settled.result?.id)));
    for (const settler of this.settlers) settler(settled, answer);
  }
}

/** @param {Entry} entry */
function leavesNothing({ state, meta, again }) {
  return state === "saved" ? meta?.fleeting : meta?.asked && !again;
}
