/** Who speaks in a text, oneself or the table; pure. */

/**
 * Whether a text is the table's. A positioning never is: it speaks for a service.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {string|null|undefined} step the choice is remembered for each step
 * @returns {boolean}
 */
export function isForTable(desk, kind, step) {
  if (kind === "positioning") return false;
  if (desk.shared) return desk.forTable;
  return desk.isRapporteur() && chosen(desk, step).read() === "table";
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string|null|undefined} step
 */
export function chosen(desk, step) {
  return desk.draft(`voice.${step ?? ""}`);
}
