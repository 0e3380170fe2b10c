/**
 * What every part of the phone works with: the room, the outbox, who acts, what is unfolded.
 * On a shared device `as` is the member who holds it.
 */
import { _ } from "../../core/i18n.js";

export class Desk {
  /**
   * @param {import("../../core/room.js").Room} room
   * @param {import("../../core/outbox.js").Outbox} outbox
   * @param {(name: string, payload?: object, options?: object) => Promise<any>} send
   */
  constructor(room, outbox, send) {
    this.room = room;
    this.outbox = outbox;
    this.sendPlain = send;
    /** @type {string|null} the member acting on a shared device */
    this.as = null;
    /** What is unfolded or chosen, by name; never anything a person wrote. @type {any} */
    this.ui = {};
    /** @type {HTMLElement|null} */
    this.toasts = document.getElementById("toasts");
  }

  /** @returns {string|null} the participant who acts */
  who() {
    return this.as ?? this.room.boot.participant;
  }

  me() {
    return this.room.get("participants", this.who());
  }

  table() {
    return this.room.get("tables", this.room.boot.table);
  }

  workshop() {
    return this.room.all("workshop")[0];
  }

  step() {
    return this.room.get("steps", this.workshop()?.step);
  }

  isRapporteur() {
    const rapporteur = this.table()?.rapporteur;
    return this.room.boot.role === "table" || (!!rapporteur && rapporteur === this.who());
  }

  /** The situation that my table works on in this step. */
  currentCase() {
    const step = this.step();
    const given = this.table()?.cases ?? [];
    return step?.round ? this.room.get("cases", given[step.round - 1]) : undefined;
  }

  /** @param {string} key */
  draftKey(key) {
    return `${this.room.boot.code}.${this.who() ?? this.room.boot.table}.${key}`;
  }

  /**
   * Send and say what went wrong, if anything did.
   * @param {string} name
   * @param {object} [payload]
   * @param {object} [options]
   */
  async send(name, payload = {}, options = {}) {
    const answer = await this.sendPlain(name, payload, { ...(this.as ? { as: this.as } : {}), ...options });
    if (!answer.ok && answer.code !== "conflict") this.toast(answer.message);
    return answer;
  }

  /**
   * Keep on this phone, then send.
   * @param {string} name
   * @param {any} payload
   * @param {any} [meta]
   */
  keep(name, payload, meta = {}) {
    const entry = this.outbox.add(name, payload, { ...meta, who: this.who() }, this.as ? { as: this.as } : {});
    this.toast(_("Gardé sur ce téléphone, envoi en cours."));
    return entry;
  }

  /** @param {string} text */
  toast(text) {
    const line = document.createElement("p");
    line.className = "toast";
    line.textContent = text;
    this.toasts?.replaceChildren(line);
    setTimeout(() => line.remove(), 3500);
  }

  /** Draw again. */
  draw() {
    this.room.tell();
  }
}
