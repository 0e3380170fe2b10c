/**
 * What every part of the phone works with: where one is, the outbox, what is unfolded.
 * On a shared device it goes from hand to hand, and nothing private of the last one stays in sight.
 */
import { _ } from "../../core/i18n.js";
import { Keeping } from "./desk-keeping.js";
import { handedOver } from "./handed-over.js";

const TOAST_TIME = 4_000;

export class Desk extends Keeping {
  /**
   * @param {import("../../core/room.js").Room} room
   * @param {import("../../core/outbox.js").Outbox} outbox
   */
  constructor(room, outbox) {
    super(room, outbox);
    /** What is unfolded or chosen, by name; never anything a person wrote. @type {any} */
    this.ui = {};
    /** @type {HTMLElement|null} */
    this.toasts = document.getElementById("toasts");
    outbox.onSettle((entry) => this.settled(entry));
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
