/** Sending commands over a link that is mostly there: retried with the same key until answered. */

import { _ } from "./i18n.js";
import { newKey } from "./keys.js";
import { COMMAND, FIRST_PAUSE, LONGEST_PAUSE } from "./timings.js";

/**
 * @typedef {object} Options
 * @property {number} [base] version that the sender saw
 * @property {string} [key]
 * @property {string} [as] a member, for a shared device
 * @property {number} [tries]
 */

/**
 * As whom a page speaks: its role, and its table too, since one device may hold several tables.
 * @param {{role: string, table?: string|null}} boot
 * @returns {string}
 */
export function acting({ role, table }) {
  return role === "table" && table ? `table:${table}` : role;
}

/**
 * A signal that gives up after a while, also on phones that do not know `AbortSignal.timeout`.
 * @param {number} ms
 * @returns {AbortSignal}
 */
export function within(ms) {
  if (AbortSignal.timeout) return AbortSignal.timeout(ms);
  const giving = new AbortController();
  setTimeout(() => giving.abort(), ms);
  return giving.signal;
}

/** A failure of the server's own, answered in words: the same key may be sent again, `after` so long. */
export class ServerFailed extends Error {
  /**
   * @param {string} message
   * @param {number} [after] milliseconds that the server asks to wait
   */
  constructor(message, after = 0) {
    super(message);
    this.after = after;
  }
}

/**
 * One attempt; throws when the network or the server failed and the same key may be sent again.
 * @param {{boot: any}} room
 * @param {object} body
 * @returns {Promise<any>}
 */
export async function attempt(room, body) {
  const answer = await fetch(`/api/workshops/${room.boot.code}/commands`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Tablee-As": acting(room.boot) },
    body: JSON.stringify(body),
    signal: within(COMMAND),
  });
  const content = await answer.json();
  // Too fast, or a laptop that does not have the workshop yet: nothing was judged of what was sent.
  const later = answer.status === 429 || content.code === "unknown_workshop";
  const after = Number(answer.headers.get("Retry-After") ?? 0) * 1000;
  if (answer.status >= 500 || later) throw new ServerFailed(content.message ?? "", after || 0);
  return content;
}

/** @param {number} tries */
export function waitBefore(tries) {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);
  return longest * (0.5 + Math.random() / 2);
}

/**
 * @param {{boot: any}} room
 * @returns {(name: string, payload?: object, options?: Options) => Promise<any>}
 */
export function sender(room) {
  return async (name, payload = {}, options = {}) => {
    const { base, as, key = newKey(), tries = 5 } = options;
    const body = { key, name, payload, ...(base == null ? {} : { base }), ...(as ? { as } : {}) };
    for (let count = 0; count < tries; count += 1) {
      try {
        return await attempt(room, body);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, waitBefore(count)));
      }
    }
    return { ok: false, code: "offline", message: _("Le serveur ne répond pas. Réessayez.") };
  };
}
