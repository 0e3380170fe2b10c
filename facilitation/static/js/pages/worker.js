/** The worker beside the phones' pages: wiring only. What it keeps and when is `core/shell-keeper.js`. */
import { forgetDay } from "../core/day-copy.js";
import { ShellKeeper } from "../core/shell-keeper.js";

const worker = /** @type {any} */ (globalThis);

const keeper = new ShellKeeper({
  caches: worker.caches,
  fetch: (request, options) => fetch(request, options),
  origin: worker.location.origin,
  forgetDay,
  leave: () => worker.registration.unregister(),
});

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("fetch", (/** @type {any} */ event) => keeper.asked(event));
worker.addEventListener("message", (/** @type {any} */ event) => {
  event.waitUntil(keeper.look(event.data ?? {}).catch(() => {}));
});
