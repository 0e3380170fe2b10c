/**
 * The page shell that a phone keeps for when the server cannot be reached: which addresses it is made
 * of, and what an answer of the server means for it. Nothing but pages of phones, and the files under
 * addresses made of their content, is ever in it: no records, no texts, no ballots. Pure.
 */

/** What the phone keeps of pages, and under which name. */
export const SHELL = "tablee-shell";

const PAGE = /^\/w\/[A-Za-z0-9]+(\/table\/[^/]+)?$/;
const PART = /^\/assets\/[0-9a-f]+\/[^?#]+$/;
const LINKED = /"(\/assets\/[0-9a-f]+\/[^"?#]+)"/g;

/**
 * Whether an address is a page that a phone works on; one with a secret in it is none.
 * @param {string} address
 * @param {string} origin
 */
export function isPage(address, origin) {
  const place = new URL(address, origin);
  return place.origin === origin && !place.search && PAGE.test(place.pathname);
}

/**
 * Whether an address names what it holds: it never holds anything else.
 * @param {string} address
 * @param {string} origin
 */
export function isPart(address, origin) {
  const place = new URL(address, origin);
  return place.origin === origin && !place.search && PART.test(place.pathname);
}

/**
 * The files that a page asks for.
 * @param {string} page as the server wrote it
 * @returns {string[]}
 */
export function partsOf(page) {
  return [...new Set([...page.matchAll(LINKED)].map(([, address]) => address))];
}

/**
 * What an answer to a page means: `keep` it; `forget` what was kept, for the place is gone; `end` the
 * whole shell; `away`, the server is not there itself; `nothing`, somebody is sent elsewhere.
 * @param {{ok: boolean, status: number, type?: string, redirected?: boolean, headers: {get: (name: string) => string|null}}} answer
 * @returns {"keep"|"forget"|"end"|"away"|"nothing"}
 */
export function meaningOf(answer) {
  const said = answer.headers.get("Tablee-Offline");
  if (said === "end") return "end";
  if (answer.status >= 500) return "away";
  if (answer.type === "opaqueredirect" || answer.redirected) return "nothing";
  return answer.ok && said === "keep" ? "keep" : "forget";
}

/**
 * Whether a file may be kept: an address of a former version is answered with what there is now.
 * @param {{ok: boolean, headers: {get: (name: string) => string|null}}} answer
 */
export function lasts(answer) {
  return answer.ok && (answer.headers.get("Cache-Control") ?? "").includes("immutable");
}
