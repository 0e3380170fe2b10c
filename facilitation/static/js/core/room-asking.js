/** What a page asks of the server by HTTP, beside its socket: how each stream stands, within a bounded time. */
import { acting, within } from "./commands.js";
import { Records } from "./room-records.js";
import { ANSWER } from "./timings.js";

export class Asking extends Records {
  /** @param {any} boot */
  constructor(boot) {
    super();
    this.boot = boot;
    /** Whether the server no longer knows this page's key: only the door helps. */
    this.refused = false;
    /** Whether the page slept and has not yet heard what became of the day meanwhile. */
    this.stale = false;
    /** @type {() => void} */
    this.settle = () => {};
  }

  /** What is shown may be old. */
  doubt() {
    this.stale = true;
    this.tell();
  }

  /**
   * Ask by HTTP what changed in each stream, within a bounded time.
   * @returns {Promise<{answered: boolean, learned: boolean}>} `learned`: the socket had not said it
   */
  async sync() {
    const before = JSON.stringify(this.streams.numbers());
    const answers = await Promise.all(this.names().map((name) => this.ask(name)));
    const answered = answers.every(Boolean);
    if (answered && this.stale) {
      this.stale = false;
      this.tell();
    }
    return { answered, learned: before !== JSON.stringify(this.streams.numbers()) };
  }

  /** @returns {string[]} */
  names() {
    return this.boot.streams ?? [];
  }

  /**
   * Ask for a stream by HTTP: what changed, or all of it where nothing is held.
   * @param {string} name
   * @returns {Promise<boolean>} whether the server answered
   */
  async ask(name) {
    const from = this.streams.numbers()[name];
    const since = from === undefined ? "" : `&since=${from}&epoch=${this.streams.epoch}`;
    const address = `/api/workshops/${this.boot.code}/snapshot?stream=${encodeURIComponent(name)}${since}`;
    try {
      const answer = await fetch(address, { headers: { "X-Tablee-As": acting(this.boot) }, signal: within(ANSWER) });
      if (answer.status === 401) this.refuse();
      if (answer.ok) this.takeAnswer(await answer.json(), from);
      return answer.ok || answer.status === 401;
    } catch {
      return false;
    }
  }

  /**
   * @param {any} _message
   * @param {number} _from the number that changes were asked from
   */
  takeAnswer(_message, _from) {}

  /** The server knows this page no longer. */
  refuse() {
    this.refused = true;
    this.settle();
    this.tell();
  }
}
