/** What a part of the phone keeps and sends for whoever holds it: drafts, entries of the outbox. */
import { draft } from "../../core/drafts.js";
import { closedOver, holdsAnswered } from "./after-close.js";
import { holdsErased, withoutErased } from "./erased.js";
import { Place } from "./place.js";

/** @typedef {import("../../core/outbox.js").Entry} Entry */

/** What is asked and answered at once, and yet must come back after a restore. */
const LASTING = ["action.edit", "statement.edit", "contribution.support", "participant.correct"];

export class Keeping extends Place {
  /**
   * @param {import("../../core/room.js").Room} room
   * @param {import("../../core/outbox.js").Outbox} outbox
   */
  constructor(room, outbox) {
    super(room);
    this.outbox = outbox;
    /** What was let go of at former places of this phone, lest it be looked for at each change. @type {Map<string, string>} */
    this.former = new Map();
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

  /** What a facilitator erased is not kept here either. */
  forgetErased() {
    const records = this.room.all("contributions");
    const erased = records.filter((record) => record.reason === "erased").map((record) => record.id);
    this.forgetFormer("erased", erased, (entries) => withoutErased(entries, records));
    if (!holdsErased(this.outbox.entries(), records)) return;
    this.outbox.change((entries) => withoutErased(entries, records));
  }

  /** Once the day is over nothing that was answered need be offered again. */
  forgetAnswered() {
    const records = this.room.all("contributions");
    const { epoch } = this.room.streams;
    const answered = (/** @type {Entry[]} */ entries) =>
      this.shared ? closedOver(entries, [], true, epoch) : entries.filter((entry) => entry.state !== "saved");
    this.forgetFormer("answered", this.isOver() ? [epoch] : [], answered);
    if (!this.isOver() || !holdsAnswered(this.outbox.kept, records, this.shared, epoch)) return;
    this.outbox.change((entries) => closedOver(entries, records, this.shared, epoch));
  }

  /**
   * The same for what was written at former places of this phone, once for each thing that is over;
   * what the disk refused is tried again at the next drawing.
   * @param {string} kind
   * @param {string[]} over
   * @param {import("../../core/outbox-shelves.js").Change} act
   */
  forgetFormer(kind, over, act) {
    const now = over.join(" ");
    if (now === (this.former.get(kind) ?? "")) return;
    this.former.set(kind, now);
    if (now) this.outbox.changeFormer(act).catch(() => this.former.delete(kind));
  }

  /** Say in a line that goes by itself. @param {string} _text */
  toast(_text) {}
}
