/**
 * A page's word to the worker that keeps its shell, where browsers have one: over TLS, or on this very
 * machine. Over plain http there is none, and nothing is different.
 */
import { forgetDay } from "./day-copy.js";
import { SHELL } from "./shell.js";

const WORKER = "/worker.js";
const SCOPE = "/w/";

/** Whether this page may have a shell. */
export function hasShell() {
  return globalThis.isSecureContext === true && "serviceWorker" in navigator;
}

/** @type {any} the only address that may ever become a worker of this page */
let address;

function workerAddress() {
  const policies = /** @type {any} */ (globalThis).trustedTypes;
  address ??= policies?.createPolicy("tablee", { createScriptURL: () => WORKER }).createScriptURL("") ?? WORKER;
  return address;
}

/**
 * Have the shell of this page kept, or looked at again: the server says whether it stays.
 * @param {boolean} wanted whether this server has shells kept at all
 * @param {string} [boot] who the page was opened for
 */
export async function lookAtShell(wanted, boot) {
  if (!hasShell()) return;
  try {
    if (!wanted) return await endShell();
    await navigator.serviceWorker.register(workerAddress(), { scope: SCOPE, updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ page: location.pathname, boot });
  } catch {
    // A certificate that was clicked through, a browser's settings: the page goes on without.
  }
}

/** Neither worker nor shell stays, even where the worker itself is past mending. */
async function endShell() {
  await caches.delete(SHELL);
  await forgetDay(null);
  const all = await navigator.serviceWorker.getRegistrations();
  await Promise.all(all.map((one) => one.unregister()));
}
