/** The worker beside the phones' pages: wiring only. What it keeps and when is `core/shell-keeper.js`. */
import { keeper, worker } from "../core/shell-here.js";

worker.addEventListener("fetch", (/** @type {any} */ event) => keeper.asked(event));
worker.addEventListener("message", (/** @type {any} */ event) => {
  event.waitUntil(keeper.look(event.data ?? {}).catch(() => {}));
});
