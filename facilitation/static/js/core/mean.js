/** A mean as it is written everywhere, in the documents too (`views/report/closing.py`). Pure. */
import { number } from "./i18n.js";

/**
 * One decimal, always written: more would promise what sixty marks cannot hold. A half goes up, and is
 * found in whole numbers, so that no page rounds otherwise than another.
 * @param {number} total
 * @param {number} count
 */
export function mean(total, count) {
  return number(Math.floor((20 * total + count) / (2 * count)) / 10, 1);
}
