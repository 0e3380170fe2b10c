/**
 * What every part of the phone works with: the room, the outbox, who acts, what is unfolded.
 * On a shared device `as` is the member who holds it, and `forTable` says that it speaks for all.
 */
import { draft } from "../../core/drafts.js";
import { _ } from "../../core/i18n.js";

const TOAST_TIME = 4_000;

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
    this.forTable = false;
    /** What is unfolded or chosen, by name; never anything a person wrote. @type {any} */
    this.ui = {};
    /** @type {HTMLElement|null} */
    this.toasts = document.getElementById("toasts");
    outbox.onSettle((entry) => this.settled(entry));
  }

  /** Whether this is a table's shared device. */
  get shared() {
    return this.room.boot.role === "table";
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

  /**
   * What a service is called in a few letters.
   * @param {string|null|undefined} id
   * @returns {string}
   */
  service(id) {
    return id ? (this.room.get("services", id)?.short ?? id) : "";
  }

  isRapporteur() {
    const rapporteur = this.table()?.rapporteur;
    return this.shared || (!!rapporteur && rapporteur === this.who());
  }

  /**
   * Whether one may write now, and if not, why.
   * @returns {"open"|"rapporteur"|"before"|"after"|"done"}
   */
  writing() {
    const step = this.step();
    if (step?.state !== "done" && (!step?.writing || step.writing_open)) return "open";
    if (this.isRapporteur()) return "rapporteur";
    if (step.state === "done") return "done";
    return step.writing_ends_at == null ? "before" : "after";
  }

  mayWrite() {
    return ["open", "rapporteur"].includes(this.writing());
  }

  /** @param {string} what a thing that the step may open on phones */
  allows(what) {
    return !!this.step()?.allows?.includes(what);
  }

  /** The situation that my table works on in this step. */
  currentCase() {
    const step = this.step();
    const given = this.table()?.cases ?? [];
    return step?.round ? this.room.get("cases", given[step.round - 1]) : undefined;
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
   * @param {{base?: number}} [options]
   */
  keep(name, payload, meta = {}, options = {}) {
    const spoken = { ...options, ...(this.as ? { as: this.as } : {}) };
    return this.outbox.add(name, payload, { who: this.who(), ...meta }, spoken);
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
    // What is refused of a paper ballot is told beside its number.
    if (entry.meta.who !== this.who() || entry.payload.voter) return;
    const id = entry.name === "contribution.post" ? entry.result?.id : "";
    if (entry.state === "saved") this.toast(id ? _("Enregistré : %(id)s", { id }) : _("Enregistré"));
    else this.toast(entry.message ?? "");
  }

  /** Somebody else takes the shared device: nothing private of the last one stays in sight. */
  release() {
    for (const entry of this.as ? this.outbox.kept : []) {
      if (!entry.payload.anonymous || entry.meta.who !== this.as) continue;
      entry.meta = { ...entry.meta, who: "handed-over", fleeting: true };
    }
    this.outbox.forgetWhere((entry) => entry.meta.who === "handed-over" && entry.state === "saved");
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
