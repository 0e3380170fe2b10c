/**
 * What is being written in a fiche-action: a draft per field, and what is told of each.
 * Sending is `sheet-saver.js`.
 */
import { held } from "./sheet-values.js";

/** @typedef {import("./sheet-fields.js").Field} Field */
/** @typedef {{state: "saving"|"saved"|"waiting"|"refused"|"conflict", message?: string, theirs?: any, base?: number}} Told */

/**
 * @typedef {object} World what the saver needs of the page
 * @property {(name: string, payload: object, options: object) => Promise<any>} send
 * @property {(key: string) => {read: () => any, write: (value: any) => void, clear: () => void}} draft
 * @property {(id: string) => any} action
 * @property {() => void} draw
 */

export class SheetDrafts {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    /** @type {Map<string, Told>} */
    this.told = new Map();
    /** @type {Map<string, {id: string, field: Field}>} what has a draft here */
    this.open = new Map();
  }

  /** @param {string} id @param {Field} field */
  draftOf(id, field) {
    return this.world.draft(`sheet.${id}.${field.name}`);
  }

  /**
   * The value that the form shows: what is being written here, else the record's.
   * @param {any} action
   * @param {Field} field
   */
  value(action, field) {
    const draft = this.draftOf(action.id, field).read();
    if (draft) this.open.set(`${action.id}.${field.name}`, { id: action.id, field });
    return draft ? draft.value : held(action, field);
  }

  /** @param {string} id @param {Field} field */
  tells(id, field) {
    const key = `${id}.${field.name}`;
    return this.told.get(key) ?? (this.open.has(key) ? { state: "waiting" } : undefined);
  }

  /** Keep the other hand's text. @param {string} id @param {Field} field */
  take(id, field) {
    this.draftOf(id, field).clear();
    this.open.delete(`${id}.${field.name}`);
    this.tell(`${id}.${field.name}`, { state: "saved" });
  }

  /** @param {string} key @param {Told} told */
  tell(key, told) {
    this.told.set(key, told);
    this.world.draw();
  }
}
