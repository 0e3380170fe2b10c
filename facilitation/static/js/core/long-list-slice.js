/**
 * Which rows of a long list are drawn: those in sight, and as far again around them. What is not
 * drawn keeps its room, so that the list scrolls as if all of it were there. Pure.
 */

/** @typedef {{from: number, to: number, before: number, after: number}} Slice rows, and pixels without any */

/**
 * The height of each row: of the tallest of its cards, known or supposed.
 * @param {string[]} ids in order
 * @param {number} columns cards side by side
 * @param {Map<string, number>} known heights of cards that were drawn once
 * @param {number} usual what the others are supposed to take
 */
export function rowsOf(ids, columns, known, usual) {
  const rows = new Float64Array(Math.ceil(ids.length / columns));
  ids.forEach((id, place) => {
    const row = Math.floor(place / columns);
    rows[row] = Math.max(rows[row], known.get(id) ?? usual);
  });
  return rows;
}

/**
 * The rows that reach into a stretch of the list; one at least, as the focus may have to go there.
 * @param {Float64Array} rows
 * @param {number} top
 * @param {number} bottom
 * @param {(row: number) => number} least what a row takes at least: enough of them to fill the stretch
 * @returns {Slice}
 */
export function sliceOf(rows, top, bottom, least = (row) => rows[row]) {
  let from = 0;
  let before = 0;
  while (from < rows.length - 1 && before + rows[from] <= top) {
    before += rows[from];
    from += 1;
  }
  let to = from;
  let end = before;
  while (to < rows.length && (to === from || end < bottom)) {
    end += least(to);
    to += 1;
  }
  return { from, to, before, after: sum(rows.subarray(to)) };
}

/**
 * Two slices and what lies between them.
 * @param {Slice} one
 * @param {Slice} other
 * @param {Float64Array} rows
 * @returns {Slice}
 */
export function spanning(one, other, rows) {
  const from = Math.min(one.from, other.from);
  const to = Math.max(one.to, other.to);
  return { from, to, before: sum(rows.subarray(0, from)), after: sum(rows.subarray(to)) };
}

/** @param {Float64Array} numbers */
export function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}
