/**
 * Whether anybody listens at the other end. A sleeping phone's socket dies without a word, so neither
 * its state nor `navigator.onLine` is believed: a bounded question by HTTP, then a new socket.
 */
import { waitBefore } from "./commands.js";
import { DOUBT, JUMP, LOOK, STUTTER } from "./timings.js";

/** @typedef {import("./room-state.js").Room} Room */

export class LinkWatch {
  /**
   * @param {Room} room
   * @param {() => void} reconnect begins a new socket
   * @param {() => number} [now]
   */
  constructor(room, reconnect, now = () => Date.now()) {
    this.room = room;
    this.reconnect = reconnect;
    this.now = now;
    this.looked = now();
    this.brokenAt = 0;
    this.asking = false;
    /** How many questions in a row had no answer, and until when the page then asks no more by itself. */
    this.failed = 0;
    this.notBefore = 0;
  }

  /** Every moment: has the clock jumped, has the link been silent, has it been broken for long? */
  look() {
    const now = this.now();
    const slept = Math.abs(now - this.looked) > JUMP;
    this.looked = now;
    if (document.hidden) return;
    if (slept) this.wake();
    else if (this.room.stale || this.silence() > DOUBT) this.askAgain();
    if (this.room.link === "waiting" && now - this.brokenAt > STUTTER) this.set("lost");
  }

  /** How long nothing was heard, in milliseconds. */
  silence() {
    return Math.abs(this.now() - this.room.heardAt);
  }

  /** The page is back before somebody's eyes: until the server has answered, what it shows may be old. */
  wake() {
    if (document.hidden) return;
    const slept = this.silence() > JUMP;
    if (slept) this.room.doubt();
    this.ask(slept);
  }

  /** Ask, unless questions failed so lately that another would only be a burden. */
  askAgain() {
    if (this.now() >= this.notBefore) this.ask();
  }

  /**
   * Ask how things stand, within a bounded time.
   * @param {boolean} [renew] whether the socket is begun again in any case
   */
  async ask(renew = false) {
    if (this.asking || this.room.refused) return;
    this.asking = true;
    const { answered, learned } = await this.room.sync();
    this.asking = false;
    this.count(answered);
    if (!answered && this.room.link !== "lost") this.set("lost");
    // A socket that let the page miss something is deaf.
    if (renew || learned || !answered || this.room.link !== "online") this.reconnect();
  }

  /** The second question follows the first at once; each further one waits longer. @param {boolean} answered */
  count(answered) {
    this.failed = answered ? 0 : this.failed + 1;
    this.notBefore = this.failed > 1 ? this.now() + waitBefore(this.failed) : 0;
  }

  /** @param {import("./room-state.js").Link} link */
  set(link) {
    if (link !== "online" && this.room.link === "online") this.brokenAt = this.now();
    this.room.link = link;
    this.room.tell();
  }

  /** The socket is open: what it was doubted for is asked once more. */
  opened() {
    this.room.heard(null);
    this.set("online");
    if (this.room.stale) this.askAgain();
  }

  /** The socket is closed, or does not open. */
  broken() {
    if (this.room.link === "online") this.set("waiting");
  }

  /** Look from now on, and at all that wakes a page. */
  start() {
    const wake = () => this.wake();
    setInterval(() => this.look(), LOOK);
    document.addEventListener("visibilitychange", wake);
    for (const moment of ["online", "focus"]) addEventListener(moment, wake);
    // The first showing of a page is no wake: its socket is only just opening.
    addEventListener("pageshow", (event) => {
      if (event.persisted) wake();
    });
    addEventListener("offline", () => this.set("lost"));
  }
}
