/** Where the page shell lies on a phone: a page with all its files, or nothing of it. */
import { isPage, lasts, partsOf, SHELL } from "./shell.js";
import { ANSWER } from "./timings.js";

/**
 * @typedef {object} World
 * @property {CacheStorage} caches
 * @property {(request: Request|string, options?: RequestInit) => Promise<Response>} fetch
 * @property {string} origin
 * @property {(page: string|null) => Promise<void>} forgetDay what else this phone kept of a page, or of all
 * @property {() => Promise<unknown>} leave there is nothing to keep any more
 */

/** @param {number} ms @returns {Promise<undefined>} */
export function later(ms) {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

export class ShellShelf {
  /** @param {World} world @param {number} [patience] */
  constructor(world, patience = ANSWER) {
    this.world = world;
    this.patience = patience;
  }

  /** @param {string} address @returns {Promise<Response|undefined>} */
  async kept(address) {
    try {
      return await this.world.caches.match(address, { cacheName: SHELL, ignoreVary: true });
    } catch {
      return undefined;
    }
  }

  /**
   * A storage that is slow, or never answers, must not stand between a phone and the server; it is
   * waited for as long as it is the only hope.
   * @param {string} address
   * @param {() => Promise<Response>} otherwise
   */
  async keptOr(address, otherwise) {
    const found = this.kept(address);
    const quick = await Promise.race([found, later(this.patience)]);
    if (quick) return quick;
    try {
      return await otherwise();
    } catch (failure) {
      const slow = await Promise.race([found, later(this.patience * 9)]);
      if (slow) return slow;
      throw failure;
    }
  }

  /** The page once all that it is made of is there: a half shell would open nothing. @param {string} path @param {Response} answer */
  async keep(path, answer) {
    const shelf = await this.world.caches.open(SHELL);
    for (const part of partsOf(await answer.clone().text())) {
      if (await shelf.match(part, { ignoreVary: true })) continue;
      const found = await this.world.fetch(part);
      if (!lasts(found)) return;
      await shelf.put(part, found);
    }
    await shelf.put(path, answer);
    await this.tidy(shelf);
  }

  /** The server has no such page for this phone any more. @param {string} path */
  async forget(path) {
    await this.world.forgetDay(path).catch(() => {});
    const shelf = await this.world.caches.open(SHELL);
    await shelf.delete(path);
    if (!(await this.tidy(shelf))) await this.end();
  }

  /** Files of no kept page go. @param {Cache} shelf @returns {Promise<number>} how many pages there are */
  async tidy(shelf) {
    const all = (await shelf.keys()).map((request) => request.url);
    const pages = all.filter((address) => isPage(address, this.world.origin));
    const texts = await Promise.all(pages.map(async (address) => (await shelf.match(address))?.text() ?? ""));
    const wanted = new Set(texts.flatMap(partsOf));
    for (const address of all) {
      if (!pages.includes(address) && !wanted.has(new URL(address).pathname)) await shelf.delete(address);
    }
    return pages.length;
  }

  /** Nothing of the shell stays on this phone. */
  async end() {
    await this.world.caches.delete(SHELL);
    await this.world.forgetDay(null).catch(() => {});
    await this.world.leave();
  }
}
