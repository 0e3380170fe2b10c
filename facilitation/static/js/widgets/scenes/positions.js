/** What was said of a service on a situation: the one role or level settled in the room, else all expressed. Pure. */
import { _ } from "../../core/i18n.js";

/** The roles in the order of the legend; their letters are the first of its parts. */
const ORDER = ["authority", "pilot", "contributes", "supports", "informed", "unconcerned"];

/** One text for letters and words, so that a language gives both at once. */
export function legend() {
  return _("A autorité, P pilote, C contribue, E en appui, I pour information, N non concerné");
}

/** The letter of each role. */
export function letters() {
  return Object.fromEntries(
    legend()
      .split(", ")
      .map((part, place) => [ORDER[place], part[0]]),
  );
}

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

/**
 * What a situation's cells show, in a few words; empty when all agree.
 * @param {any[]} cells
 */
export function findings(cells) {
  if (!cells.length) return "";
  const count = (/** @type {string} */ role) => cells.filter((cell) => rolesOf(cell).includes(role)).length;
  const [authorities, pilots] = [count("authority"), count("pilot")];
  return [
    authorities === 0 ? _("aucune autorité exprimée") : "",
    authorities > 1 ? _("%(n)s autorités exprimées", { n: authorities }) : "",
    pilots === 0 ? _("aucun pilote exprimé") : "",
    pilots > 1 ? _("%(n)s pilotes exprimés", { n: pilots }) : "",
    new Set(cells.flatMap(levelsOf)).size > 1 ? _("niveaux différents") : "",
  ]
    .filter(Boolean)
    .join(", ");
}
