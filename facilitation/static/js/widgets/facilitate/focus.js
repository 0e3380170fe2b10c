/**
 * Where the keyboard is: the card under the focus and the search field of the area on show.
 * It moves the focus only; what a key does is said elsewhere.
 */

/** Put the focus into the search field on show. */
export function focusSearch() {
  /** @type {HTMLElement|null} */ (document.querySelector("#main [type=search]"))?.focus();
}

/**
 * What the nearest element around the focus says of itself.
 * @param {"card"|"theme"} name
 */
function around(name) {
  return /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest(`[data-${name}]`))?.dataset[name];
}

/** A card that had the focus and left the page with it, scrolled far away. @type {string|null} */
let left = null;

/** The id of the card that has the focus, if any. */
export function focusedCard() {
  return around("card") ?? null;
}

/** Where arrows go on from: the card that has the focus, or had it as long as nothing else took it. */
export function placeOfFocus() {
  return focusedCard() ?? (document.activeElement === document.body ? left : null);
}

/** The theme of the column in which the focus is, if any. */
export function focusedColumn() {
  return around("theme") ?? null;
}

/**
 * Focus a card and bring it into sight.
 * @param {string|null|undefined} id
 * @returns {boolean} whether it is on the page
 */
export function focusCard(id) {
  /** @type {HTMLElement|null} */
  const card = id ? document.querySelector(`#main [data-card="${CSS.escape(id)}"]`) : null;
  if (!card) return false;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}

/**
 * Draw, and leave the focus on its card although the card may now stand in another list.
 * @param {() => void} draw
 */
export function keepingCard(draw) {
  const card = focusedCard();
  draw();
  if (card && document.activeElement === document.body && !focusCard(card)) left = card;
}
