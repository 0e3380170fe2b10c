/** Where a turn of pages leads on the screen: neither before the first one nor past the last. Pure. */

/** @typedef {{place: number, count: number}} Pages */

/**
 * The screen stays on its last page when a scene became shorter than the page it was turned to.
 * @param {any} screen
 * @param {number} count
 * @returns {Pages}
 */
export function pagesOf(screen, count) {
  const most = Math.max(1, count);
  return { place: Math.min(screen?.page ?? 0, most - 1), count: most };
}

/**
 * @param {Pages} pages
 * @param {number} step
 * @returns {number|null}
 */
export function turned({ place, count }, step) {
  const page = place + step;
  return page >= 0 && page < count ? page : null;
}
