/**
 * Who and where one is: the person, the table, the service, the step, and what it allows.
 * On a shared device `as` is the member who holds it, and `forTable` says that it speaks for all.
 */

export class Place {
  /** @param {import("../../core/room.js").Room} room */
  constructor(room) {
    this.room = room;
    /** @type {string|null} the member acting on a shared device */
    this.as = null;
    this.forTable = false;
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

  /** Whether the day is over: what was written stays to be read, and nothing more is offered. */
  isOver() {
    return this.workshop()?.state === "closed";
  }

  /** Whether the page stands on what this phone remembers, for the server is away. */
  isRemembered() {
    return this.room.recalled();
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
}
