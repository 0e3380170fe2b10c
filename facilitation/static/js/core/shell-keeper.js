/**
 * Keeps the page shell, and gives it when the server cannot be reached. The server comes first, for a
 * bounded time; whatever fails in here, its answer is what the phone gets.
 */
import { isPage, isPart, lasts, meaningOf, partsOf, SHELL } from "./shell.js";
import { ANSWER } from "./timings.js";

/** @typedef {{request: Request, waitUntil: (work: Promise<any>) => void, respondWith: (answer: Promise<Response>) => void}} Asked */

/**
 * @typedef {object} World
 * @property {CacheStorage} caches
 * @property {(request: Request|string, options?: RequestInit) => Promise<Response>} fetch
 * @property {string} origin
 * @property {(page: string|null) => Promise<void>} forgetDay what else this phone kept of a page, or of all
 * @property {() => Promise<unknown>} leave there is nothing to keep any more
 */

export class ShellKeeper {
  /** @param {World} world @param {number} [patience] */
  constructor(world, patience = ANSWER) {
    this.world = world;
    this.patience = patience;
  }

  /** Answer what belongs to the shell; everything else goes its way untouched. @param {Asked} event */
  asked(event) {
    const { method, mode, url } = event.request;
    if (method !== "GET") return;
    if (mode === "navigate" && isPage(url, this.world.origin)) this.page(event);
    else if (isPart(url, this.world.origin)) event.respondWith(this.part(event.request));
  }

  /** @param {Asked} event */
  page(event) {
    const path = new URL(event.request.url).pathname;
    const asked = this.world.fetch(event.request);
    const heard = asked.then((answer) => this.hear(path, answer.clone()));
    event.waitUntil(heard.catch(() => {}));
    event.respondWith(this.chosen(path, asked));
  }

  /**
   * The server's answer, if it is there in time; else what is kept; else the server's, whenever it comes.
   * @param {string} path
   * @param {Promise<Response>} asked
   */
  async chosen(path, asked) {
    const late = new Promise((resolve) => setTimeout(resolve, this.patience));
    const first = await Promise.race([asked, late]).catch(() => undefined);
    if (first && meaningOf(first) !== "away") return first;
    return (await this.kept(path)) ?? first ?? asked;
  }

  /** @param {Request} request */
  async part(request) {
    return (await this.kept(request.url)) ?? this.world.fetch(request);
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
   * A page says that something changed, or who it was opened for.
   * @param {{page?: string, boot?: string}} told `boot`: enough, if the kept page says the same
   */
  async look({ page = "", boot }) {
    if (!isPage(page, this.world.origin)) return;
    const kept = boot && (await this.kept(page));
    if (kept && (await kept.text()).includes(boot)) return;
    const options = /** @type {const} */ ({ credentials: "same-origin", redirect: "manual", cache: "no-store" });
    await this.hear(page, await this.world.fetch(page, options));
  }

  /** @param {string} path @param {Response} answer */
  async hear(path, answer) {
    const meaning = meaningOf(answer);
    if (meaning === "keep") await this.keep(path, answer);
    if (meaning === "forget") await this.forget(path);
    if (meaning === "end") await this.end();
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
    await this.world.forgetDay(path);
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
    await this.world.forgetDay(null);
    await this.world.leave();
  }
}
