/**
 * How much goes on one page of the stage, in lines of its smallest type: texts are paged, never
 * shrunk. Pure. The estimates are on the safe side: what they pass fits, whatever the words.
 */

/** Pixels of a stage line, and mean pixels of a character at 44 px. */
export const LINE = 60;
const CHAR = 23;

/** Characters that surely fit on a line so many pixels wide. */
export function charsIn(/** @type {number} */ pixels) {
  return Math.floor(pixels / CHAR);
}

/**
 * Lines that a text takes, paragraphs included.
 * @param {string} text
 * @param {number} chars per line
 */
export function linesOf(text, chars) {
  return text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length + wasted(part)) / chars)), 0);
}

/** Words do not break at the edge: each long one may leave a hole on a line. */
function wasted(/** @type {string} */ text) {
  const longest = Math.max(0, ...text.split(/\s/).map((word) => word.length));
  return text.length > 40 ? Math.min(12, longest) : 0;
}

/**
 * Cut a text in parts of so many lines at most, between sentences where possible, else words.
 * @param {string} text
 * @param {number} chars per line
 * @param {number} lines per part
 * @returns {string[]}
 */
export function cut(text, chars, lines) {
  const parts = [];
  let rest = text.trim();
  while (linesOf(rest, chars) > lines) {
    const end = cutAt(rest, chars * lines - 24);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest].filter(Boolean);
}

/**
 * @param {string} text
 * @param {number} most
 */
function cutAt(text, most) {
  const head = text.slice(0, most);
  const sentence = Math.max(...[". ", "! ", "? ", "; ", "\n"].map((end) => head.lastIndexOf(end))) + 1;
  if (sentence > most / 2) return sentence;
  const word = head.lastIndexOf(" ");
  return word > most / 2 ? word : most;
}

/**
 * Fill pages in order: a page ends when the next item does not fit, or when it holds `most`.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} size in lines
 * @param {number} room lines on a page
 * @param {number} [most] items on a page
 * @returns {T[][]}
 */
export function pack(items, size, room, most = 7) {
  /** @type {T[][]} */
  const pages = [];
  let left = 0;
  for (const item of items) {
    const wanted = size(item);
    const page = pages.at(-1);
    if (page && wanted <= left && page.length < most) {
      page.push(item);
      left -= wanted;
    } else {
      pages.push([item]);
      left = room - wanted;
    }
  }
  return pages;
}

/**
 * Fill pages of two columns, left first, then right.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} size in lines
 * @param {number} room lines in a column
 * @param {number} [most] items on a page
 * @returns {T[][][]} pages of columns of items
 */
export function packColumns(items, size, room, most = 7) {
  /** @type {T[][][]} */
  const pages = [];
  for (const column of pack(items, size, room, Math.ceil(most / 2))) {
    const page = pages.at(-1);
    if (page && page.length < 2 && page[0].length + column.length <= most) page.push(column);
    else pages.push([column]);
  }
  return pages;
}

/**
 * The lines left for the body under a title.
 * @param {string} title
 * @param {boolean} [kicker]
 */
export function bodyLines(title, kicker = true) {
  return Math.floor((1080 - 150 - (kicker ? 70 : 0) - titleLines(title) * 92 - 110) / LINE);
}

/** Lines that a title of 76 px takes over the whole width. */
export function titleLines(/** @type {string} */ title) {
  return linesOf(title, 42);
}
