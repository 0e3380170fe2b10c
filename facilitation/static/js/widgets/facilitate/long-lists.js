/**
 * The long lists of the area on show, by name, and the way to a card that is not on the page yet.
 * How such a list is drawn is said in `core/long-list.js`.
 */
import { LongList } from "../../core/long-list.js";
import { focusCard, placeOfFocus } from "./focus.js";

/** Heights in pixels before any is known: of a card, and of what is in sight. */
const BOARD = { usual: 90, sight: 320 };
const WALL = { usual: 180, sight: 900 };

/**
 * @param {any} desk
 * @param {string} name
 * @param {{usual: number, sight: number}} supposed
 * @returns {LongList}
 */
function listOf(desk, name, supposed) {
  const { lists } = desk.view;
  const redraw = () => desk.look({ beyond: true });
  if (!lists.has(name)) lists.set(name, new LongList(redraw, supposed));
  return lists.get(name);
}

/** A column of the board, by its theme. */
export function columnList(desk, theme) {
  return listOf(desk, `board/${theme}`, BOARD);
}

/** The list of the wall. */
export function wallLongList(desk) {
  return listOf(desk, "wall", WALL);
}

/** The ids of all cards of the lists on the page, list by list, drawn or not. */
export function listedIds(desk) {
  return onPage(desk).map((list) => list.ids);
}

function onPage(desk) {
  const all = [...desk.view.lists.values()].filter((list) => list.element?.isConnected);
  return all.sort((one, other) => (follows(one.element, other.element) ? -1 : 1));
}

function follows(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Where arrows go on from; keys may come faster than drawings. */
export function placeOfKeys(desk) {
  return desk.view.sought ?? placeOfFocus();
}

/** Focus a card at once where it is on the page, else once it has been drawn. */
export function goToCard(desk, id) {
  if (id && !focusCard(id)) desk.look({ sought: id });
}

/** Let the next drawing hold a card; whether there is such a card. */
export function seekCard(desk, id) {
  return onPage(desk).some((list) => list.seek(id));
}

/**
 * After a drawing: focus the card that was sought; one that is far away is drawn first.
 * @param {any} desk
 * @param {() => void} draw
 */
export function reachSought(desk, draw) {
  const id = desk.view.sought;
  if (!id) return;
  desk.view.sought = null;
  if (focusCard(id) || !seekCard(desk, id)) return;
  draw();
  focusCard(id);
}
