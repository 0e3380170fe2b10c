/** What the worker becomes where a server no longer has shells kept: it takes everything away and goes. */
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
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(keeper.end()));
