/**
 * A worker may give the page of a former place, while the server is slow: what arrives is then of
 * another place than the page's, and the page is opened anew, once.
 */

const TRIED = "tablee.moved";

/**
 * @param {string[]} names the streams of the page
 * @param {string[]} arrived the streams that the server sends
 * @param {Pick<Storage, "getItem"|"setItem"|"removeItem">} store
 * @returns {boolean} whether the page is to be opened anew
 */
export function isOfElsewhere(names, arrived, store) {
  const place = arrived.find((name) => !names.includes(name));
  if (!place || store.getItem(TRIED) === place) return false;
  store.setItem(TRIED, place);
  return true;
}

/**
 * All that the page waits for is there: if it moves again, it is opened anew again.
 * @param {Pick<Storage, "removeItem">} store
 */
export function settledIn(store) {
  store.removeItem(TRIED);
}
