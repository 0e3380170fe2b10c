/**
 * Where the keyboard is: the card under the focus and the search field of the area on show.
 * It moves the focus only; what a key does is said elsewhere.
 */

/** Put the focus into the search field on show. */
export function focusSearch() {
  document.querySelector("#main [type=search]")?.focus();
}

/** The id of the card that has the focus, if any. */
export function focusedCard() {
  return document.activeElement?.closest?.("[data-card]")?.dataset.card ?? null;
}

/** The theme of the column in which the focus is, if any. */
export function focusedColumn() {
  return document.activeElement?.closest?.("[data-theme]")?.dataset.theme ?? null;
}

/** Focus a card and bring it into sight. */
export function focusCard(id) {
  const card = id && document.querySelector(`#main [data-card="${CSS.escape(id)}"]`);
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The ids of the cards on show inside an element, from top to bottom. */
export function cardIds(within = document.getElementById("main")) {
  return [...(within?.querySelectorAll("[data-card]") ?? [])].map((card) => card.dataset.card);
}
