/**
 * Gives the page shell when the server cannot be reached. The server comes first, for a
 * bounded time; whatever fails in here, its answer is what the phone gets.
 */
import { isPage, isPart, meaningOf } from "./shell.js";
import { later, ShellShelf } from "./shell-shelf.js";

/** @typedef {{request: Request, waitUntil: (work: Promise<any>) => void, respondWith: (answer: Promise<Response>) => void}} Asked */

export class ShellKeeper extends ShellShelf {
  /** @type {Promise<unknown>} */
  line = Promise.resolve();

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
    const first = await Promise.race([asked, later(this.patience)]).catch(() => undefined);
    if (first && meaningOf(first) !== "away") return first;
    return this.keptOr(path, async () => first ?? asked);
  }

  /** @param {Request} request */
  part(request) {
    return this.keptOr(request.url, () => this.world.fetch(request));
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
  hear(path, answer) {
    // One after the other: a page that is kept would take files away that another has just laid there.
    const turn = this.line.then(() => this.obey(path, answer));
    this.line = turn.catch(() => {});
    return turn;
  }

  /** @param {string} path @param {Response} answer */
  async obey(path, answer) {
    const meaning = meaningOf(answer);
    if (meaning === "keep") await this.keep(path, answer);
    if (meaning === "forget") await this.forget(path);
    if (meaning === "end") await this.end();
  }
}
