/**
 * One order for everybody: records arrive at each page in their own order, and a projector that was
 * reloaded, or the console's preview, must not turn to other pages. Pure.
 */

/** @param {{id: string}} record */
function numberOf({ id }) {
  return Number(id.split("-").at(-1)) || 0;
}

/**
 * Records by their human number (ATT-012, POS-012, ACT-07), then by their letters.
 * @param {any[]} records
 * @returns {any[]}
 */
export function byNumber(records) {
  return [...records].sort((one, other) => numberOf(one) - numberOf(other) || (one.id < other.id ? -1 : 1));
}

/**
 * The contributions chosen for the screen, among them those that fit.
 * @param {any} room
 * @param {(one: any) => boolean} fits
 * @returns {any[]}
 */
export function chosen(room, fits) {
  return byNumber(room.all("contributions")).filter(
    (/** @type {any} */ one) => one.shown && one.state === "posted" && fits(one),
  );
}

/**
 * The situations that the tables have in hand in this round; all of them outside of any.
 * @param {any} room
 * @param {number|null|undefined} round
 */
export function casesInHand(room, round) {
  const given = room.all("tables").map((/** @type {any} */ table) => table.cases[(round ?? 1) - 1]);
  const kept = round ? room.all("cases").filter((/** @type {any} */ one) => given.includes(one.id)) : room.all("cases");
  return [...kept].sort((one, other) => one.number - other.number);
}
