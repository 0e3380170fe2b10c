/** Which version of a record's field one has seen: what a change is based on. */

/**
 * The version of one field of an action sheet, as the record tells it; 0 when nobody wrote it yet.
 * @param {any} action
 * @param {string} name
 * @returns {number}
 */
export function versionOf(action, name) {
  const found = (action?.versions ?? []).find((/** @type {[string, number]} */ pair) => pair[0] === name);
  return found ? found[1] : 0;
}
