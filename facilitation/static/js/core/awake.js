/**
 * Keeps the screen lit while somebody has asked for it, where the browser can: over plain http there
 * is no such thing. The system may take it back at any moment, and does when the page is hidden.
 */

/** @typedef {{released: boolean, release: () => Promise<void>}} Held */

export class Awake {
  /**
   * @param {{request: (kind: "screen") => Promise<Held>}|null} [lock] null where there is none
   * @param {{hidden: boolean, addEventListener: (name: string, act: () => void) => void}} [page]
   */
  constructor(lock = navigator.wakeLock ?? null, page = document) {
    this.lock = lock;
    this.page = page;
    this.wanted = false;
    this.asking = false;
    /** @type {Held|null} */
    this.held = null;
    if (lock) page.addEventListener("visibilitychange", () => this.look());
  }

  /** @param {boolean} wanted */
  want(wanted) {
    this.wanted = wanted;
    this.look();
  }

  /** Take it or give it back, as it is wanted now; again later, if the system refuses. */
  async look() {
    if (!this.lock || this.asking) return;
    if (!this.wanted) this.drop();
    if (!this.wanted || this.page.hidden || (this.held && !this.held.released)) return;
    this.asking = true;
    try {
      this.held = await this.lock.request("screen");
    } catch {
      // A nearly empty battery, or a page that was hidden meanwhile.
    }
    this.asking = false;
    if (!this.wanted) this.drop();
  }

  drop() {
    this.held?.release().catch(() => {});
    this.held = null;
  }
}
