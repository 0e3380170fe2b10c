/** What the worker becomes where a server no longer has shells kept: it takes everything away and goes. */
import { keeper, worker } from "../core/shell-here.js";

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(keeper.end()));
