/** Where the card under the focus stands, so that nothing that comes before it moves it. */

/** @typedef {{list: HTMLElement, top: number, seen: boolean, first: boolean}} Standing */

/**
 * @param {HTMLElement} card
 * @returns {Standing}
 */
export function standing(card) {
  const list = /** @type {HTMLElement} */ (card.parentElement);
  const { top, bottom } = card.getBoundingClientRect();
  const around = list.getBoundingClientRect();
  const seen = bottom > Math.max(around.top, 0) && top < Math.min(around.bottom, innerHeight);
  return { list, top, seen, first: list.scrollTop === 0 };
}

/**
 * Scroll a card's list so that the card is where it was. Browsers do so by themselves, but not in a
 * list that stands at its very top, nor for a card that had left the page.
 * @param {HTMLElement|null} card
 * @param {Standing} stood
 * @param {boolean} far whether it had left
 */
export function putBack(card, { list, top, seen, first }, far) {
  if (!seen || card?.parentElement !== list || !(first || far)) return;
  list.scrollTop += card.getBoundingClientRect().top - top;
}
