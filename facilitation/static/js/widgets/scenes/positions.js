/** What was said of a service on a situation: the one role or level settled in the room, else all expressed. Pure. */

/**
 * @param {any} room
 * @param {string} id
 * @returns {any[]}
 */
export function cellsOf(room, id) {
  return room.all("roles").filter((/** @type {any} */ cell) => cell.case === id);
}

/**
 * @param {any} cell
 * @returns {string[]}
 */
export function rolesOf(cell) {
  return cell.settled_role ? [cell.settled_role] : (cell.roles ?? []).map((/** @type {any} */ [role]) => role);
}

/**
 * @param {any} cell
 * @returns {string[]}
 */
export function levelsOf(cell) {
  return cell.settled_level ? [cell.settled_level] : (cell.levels ?? []).map((/** @type {any} */ [level]) => level);
}
