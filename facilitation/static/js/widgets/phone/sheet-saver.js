/**
 * Saves a fiche-action field by field: each with its own version, one command at a time, what waits
 * kept as a draft; when another hand came first nothing is lost, both texts stand.
 */

import { versionOf } from "../../core/versions.js";
import { SheetDrafts } from "./sheet-drafts.js";
import { held, sent } from "./sheet-values.js";

/** How long a pause in typing is, before a field is saved, in milliseconds. */
const PAUSE = 1_500;

/** @typedef {import("./sheet-fields.js").Field} Field */

export class SheetSaver extends SheetDrafts {
  /** @param {import("./sheet-drafts.js").World} world */
  constructor(world) {
    super(world);
    /** @type {Map<string, any>} */
    this.timers = new Map();
  }

  /**
   * Keep what is typed; it is saved after a pause, or when the field is left.
   * @param {any} action
   * @param {Field} field
   * @param {any} value
   */
  typed(action, field, value) {
    const key = `${action.id}.${field.name}`;
    const draft = this.draftOf(action.id, field);
    const base = draft.read()?.base ?? versionOf(action, field.name);
    draft.write({ value, base });
    this.open.set(key, { id: action.id, field });
    if (this.told.get(key)?.state === "saved") this.told.delete(key);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.save(action.id, field), PAUSE),
    );
  }

  /**
   * @param {string} id
   * @param {Field} field
   */
  async save(id, field) {
    const key = `${id}.${field.name}`;
    clearTimeout(this.timers.get(key));
    const draft = this.draftOf(id, field);
    const typed = draft.read();
    const state = this.told.get(key)?.state;
    if (!typed || state === "saving" || state === "conflict") return;
    this.tell(key, { state: "saving" });
    const asked = { action: id, field: field.name, value: sent(typed.value, field.shape) };
    const answer = await this.world.send("action.edit", asked, { base: typed.base });
    this.settle(id, field, typed, answer);
  }

  /**
   * @param {string} id
   * @param {Field} field
   * @param {{value: any, base: number}} typed
   * @param {any} answer
   */
  settle(id, field, typed, answer) {
    const key = `${id}.${field.name}`;
    const draft = this.draftOf(id, field);
    if (answer.ok) {
      const now = draft.read();
      if (now && JSON.stringify(now.value) !== JSON.stringify(typed.value)) {
        // More was typed while this travelled: it follows, from the version just written.
        draft.write({ value: now.value, base: answer.seq });
        this.told.delete(key);
        this.save(id, field);
        return;
      }
      draft.clear();
      this.open.delete(key);
      this.tell(key, { state: "saved" });
    } else if (answer.code === "conflict") this.conflict(id, field, answer.current);
    else this.tell(key, { state: "refused", message: answer.message });
  }

  /**
   * @param {string} id
   * @param {Field} field
   * @param {any} current
   */
  conflict(id, field, current) {
    const key = `${id}.${field.name}`;
    const theirs = held(current, field);
    const mine = this.draftOf(id, field).read()?.value;
    if (JSON.stringify(theirs) === JSON.stringify(mine)) this.take(id, field);
    else this.tell(key, { state: "conflict", theirs, base: versionOf(current, field.name) });
  }

  /** Put one's own text back, over the version that one has now seen. @param {string} id @param {Field} field */
  insist(id, field) {
    const key = `${id}.${field.name}`;
    const draft = this.draftOf(id, field);
    const base = this.told.get(key)?.base ?? versionOf(this.world.action(id), field.name);
    draft.write({ value: draft.read()?.value ?? "", base });
    this.told.delete(key);
    this.save(id, field);
  }

  /** Send again what could not go out. */
  flush() {
    for (const [key, { id, field }] of this.open) if (!this.told.has(key)) this.save(id, field);
  }
}
