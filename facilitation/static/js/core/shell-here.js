/** The keeper of shells of the worker that runs this. */
import { forgetDay } from "./day-copy.js";
import { ShellKeeper } from "./shell-keeper.js";

/** A worker's own scope. */
export const worker = /** @type {any} */ (globalThis);

export const keeper = new ShellKeeper({
  caches: worker.caches,
  fetch: (request, options) => fetch(request, options),
  origin: worker.location.origin,
  forgetDay,
  leave: () => worker.registration.unregister(),
});

worker.addEventListener("install", () => worker.skipWaiting());
