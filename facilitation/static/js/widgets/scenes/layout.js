/**
 * The stage in its own pixels: what is left for the body of a page. Pure. The style sheet's paddings
 * stand here as numbers; the browser test notices when the two part.
 */
import { linesOf } from "./lines.js";

/** The height of a line, and the width between the margins. */
export const LINE = 60;
export const WIDTH = 1728;

/** Titles: large, unless that would take more than two lines. */
const TITLE = { size: 76, line: 92, bold: true };
const LONG_TITLE = { size: 60, line: 74, bold: true };

/** Margins of the page with the gap under the head; rule, gaps and margin of the foot. */
const AROUND = 64 + 40 + 36;
const FOOT = 24 + 3 + 16;
/** The page number stands beside the foot. */
const FOOT_WIDTH = WIDTH - 260;

/** @typedef {{title?: string, kicker?: string, foot?: string}} Head */

/** @param {string} title */
export function isLong(title) {
  return linesOf(title, WIDTH, TITLE) > 2;
}

/**
 * The height left for the body between head and foot.
 * @param {Head} head
 */
export function bodyHeight({ title = "", kicker = "", foot = "" }) {
  const face = isLong(title) ? LONG_TITLE : TITLE;
  const head = linesOf(title, WIDTH, face) * face.line + (kicker ? linesOf(kicker, WIDTH) * LINE : 0);
  return 1080 - AROUND - head - FOOT - linesOf(foot, FOOT_WIDTH) * LINE;
}

/** The height of a row of a list with so many lines: its text, padding, rule and gap. */
export function rowHeight(/** @type {number} */ lines) {
  return lines * LINE + 33;
}
