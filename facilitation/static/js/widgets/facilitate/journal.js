/**
 * The journal of what the other facilitators do: it compares pictures of the room and leaves out
 * what this desk asked for itself. It keeps the latest lines in memory only.
 */
import { told, WATCHED } from "./activity.js";
import { touched, WHOLE } from "./touches.js";

const LINES = 40;
const GRACE_MS = 1500;
const SETTLE_MS = 300;
const RECENT_MS = 8000;

function picture(room) {
  return new Map(WATCHED.map((name) => [name, new Map(room.all(name).map((one) => [one.id, one]))]));
}

/**
 * @typedef {object} Journal
 * @property {Array<{text: string, at: number, key: string}>} lines latest first
 * @property {(name: string, payload: object) => (result?: object) => void} mine
 * @property {() => void} watch
 * @property {(key: string) => boolean} recent
 */

/**
 * @param {any} desk
 * @returns {Journal}
 */
export function openJournal(desk) {
  const own = new Map();
  /** @type {ReturnType<typeof picture>|null} */
  let before = null;
  let timer = 0;
  /** @type {Journal} */
  const journal = { lines: [], mine, watch, recent };

  /** Call when a command leaves; the answer says when to stop calling its changes ours. */
  function mine(name, payload) {
    const whole = WHOLE[name] ?? [];
    const keys = [...touched(payload), ...whole.map((collection) => `${collection}/*`)];
    for (const key of keys) own.set(key, Infinity);
    return (result) => {
      const until = Date.now() + GRACE_MS;
      for (const key of [...keys, ...touched(payload, result)]) own.set(key, until);
    };
  }

  const ours = (key) => {
    const now = Date.now();
    return [key, `${key.split("/")[0]}/*`].some((one) => (own.get(one) ?? 0) > now);
  };

  function compare() {
    timer = 0;
    const now = picture(desk.room);
    const lines = before ? told(before, now).filter((line) => !ours(line.key)) : [];
    before = now;
    if (!lines.length) return;
    const at = desk.room.now();
    journal.lines = [...lines.map((line) => ({ ...line, at })).reverse(), ...journal.lines].slice(0, LINES);
    desk.redraw();
  }

  /** Did another facilitator touch this record a moment ago? */
  function recent(key) {
    return journal.lines.some((one) => one.key === key && desk.room.now() - one.at < RECENT_MS);
  }

  /** The room changed: compare a little later, when the answer to our own command is there too. */
  function watch() {
    if (!timer) timer = window.setTimeout(compare, SETTLE_MS);
  }
  return journal;
}
