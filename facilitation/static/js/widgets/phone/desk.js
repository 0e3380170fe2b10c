/**
 * What every part of the phone works with: where one is, the outbox, what is unfolded.
 * On a shared device it goes from hand to hand, and nothing private of the last one stays in sight.
 */
import { draft } from "../../core/drafts.js";
import { _ } from "../../core/i18n.js";
import { holdsErased, withoutErased } from "./erased.js";
import { handedOver } from "./handed-over.js";
import { Place } from "./place.js";

const TOAST_TIME = 4_000;

/** What is asked and answered at once, and yet must come back after a restore. */
const LASTING = ["action.edit", "statement.edit", "contribution.support", "participant.correct"];

export class Desk extends Place {
  /**
   * @param {import("../../core/room.js").Room} room
   * @param {import("../../core/outbox.js").Outbox} outbox
   */
  constructor(room, outbox) {
    super(room);
    this.outbox = outbox;
    /** What is unfolded or chosen, by name; never anything a person wrote. @type {any} */
    this.ui = {};
    /** @type {HTMLElement|null} */
    this.toasts = document.getElementById("toasts");
    outbox.onSettle((entry) => this.settled(entry));
  }

  /** @param {string} key */
  draftKey(key) {
    return `${this.room.boot.code}.${this.who() ?? `table-${this.room.boot.table}`}.${key}`;
  }

  /** @param {string} key */
  draft(key) {
    return draft(this.draftKey(key));
  }

  /**
   * Keep on this phone, send, and say what went wrong, if anything did.
   * @param {string} name
   * @param {object} [payload]
   * @param {object} [options]
   */
  async send(name, payload = {}, options = {}) {
    const answer = await this.ask(name, payload, { ...(this.as ? { as: this.as } : {}), ...options });
    if (!answer.ok && answer.code !== "conflict") this.toast(answer.message);
    return answer;
  }

  /**
   * Keep on this phone, then send.
   * @param {string} name
   * @param {any} payload
   * @param {any} [meta]
   * @param {{base?: number}} [options]
   */
  keep(name, payload, meta = {}, options = {}) {
    const spoken = { ...options, ...(this.as ? { as: this.as } : {}) };
    return this.outbox.add(name, payload, { who: this.who(), ...meta }, spoken);
  }

  /** Keep on this phone, send, and hear the answer, however late.
   * @param {string} name @param {object} payload @param {object} options */
  ask(name, payload, options) {
    return this.outbox.ask(name, payload, { who: this.who(), fleeting: !LASTING.includes(name) }, options);
  }

  /**
   * The latest entry of one's own of a kind.
   * @param {string} name
   * @param {(entry: any) => boolean} [fits]
   */
  latest(name, fits = () => true) {
    return this.outbox.entries().find((one) => one.name === name && one.meta.who === this.who() && fits(one));
  }

  /** @param {import("../../core/outbox.js").Entry} entry */
  settled(entry) {
    // An answer proves that the server is there: the socket need not wait for its next try.
    if (this.room.link !== "online") this.room.reconnect();
    // What is refused of a paper ballot is told beside its number; whoever asked hears the answer.
    if (entry.meta.who !== this.who() || entry.payload.voter || entry.meta.asked) return;
    const id = entry.name === "contribution.post" ? entry.result?.id : "";
    if (entry.state === "saved") this.toast(id ? _("Enregistré : %(id)s", { id }) : _("Enregistré"));
    else this.toast(entry.message ?? "");
  }

  /** What a facilitator erased is not kept here either. */
  forgetErased() {
    const records = this.room.all("contributions");
    if (!holdsErased(this.outbox.entries(), records)) return;
    this.outbox.change((entries) => withoutErased(entries, records));
  }

  /** Somebody else takes the shared device: nothing private of the last one stays in sight. */
  release() {
    const last = this.as;
    if (last) this.outbox.change((entries) => handedOver(entries, last));
    this.hold(null);
  }

  /** @param {string|null} member @param {boolean} [forTable] */
  hold(member, forTable = false) {
    this.as = member;
    this.forTable = forTable;
    this.ui = {};
    scrollTo({ top: 0 });
    this.draw();
  }

  /** @param {string} text */
  toast(text) {
    const line = document.createElement("p");
    line.className = "toast";
    line.textContent = text;
    this.toasts?.replaceChildren(line);
    setTimeout(() => line.remove(), TOAST_TIME);
  }

  /** Draw again. */
  draw() {
    this.room.tell();
  }
}
