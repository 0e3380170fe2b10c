/**
 * How wide words are on the stage. A table of the typeface's own advance widths instead of a canvas,
 * so that pages fall alike everywhere, and before the fonts have arrived.
 */

/** Hundredths of an em in the regular weight; accents do not widen a letter, what is missing is wide. */
const GROUPS = {
  21: ",.:;'",
  25: "`ij|\u2019·",
  28: "l \u00a0\u202f",
  30: '!"()',
  32: "f[",
  35: "trJ]{}°-",
  40: "_/I\\\u201c\u201d1",
  46: "yvz",
  49: "sc*?xk",
  52: "a–7",
  55: "Leu2<>F^hno",
  58: "Tdg~\u00ab\u00bbEbpqY3",
  62: "$5PSV69+4BRZ8X",
  65: "=AKC#0",
  70: "€D…wGHNUO",
  75: "Q&@",
  86: "MmW",
  92: "—\u00e6%\u0153\u00c6",
  102: "\u0152",
};
const WIDEST = 75;
/** Bold letters are up to this much wider. */
const BOLD = 1.08;

/** @type {Map<string, number>} */
const WIDTHS = new Map(
  Object.entries(GROUPS).flatMap(([width, letters]) =>
    [...letters].map((letter) => /** @type {[string, number]} */ ([letter, Number(width)])),
  ),
);

/**
 * @typedef {{size?: number, bold?: boolean}} Face the body's own type when nothing is said
 */

/**
 * The width of a text in pixels of the stage.
 * @param {string} text
 * @param {Face} [face]
 */
export function widthOf(text, face) {
  return pixelsOf(unitsOf(text), face);
}

/**
 * The width of a text in whole hundredths of an em: those of its words add up to it exactly.
 * @param {string} text
 */
export function unitsOf(text) {
  let sum = 0;
  for (const letter of text.normalize("NFD").replace(/\p{M}/gu, "")) sum += WIDTHS.get(letter) ?? WIDEST;
  return sum;
}

/**
 * @param {number} units
 * @param {Face} [face]
 */
export function pixelsOf(units, { size = 44, bold = false } = {}) {
  return (units * size * (bold ? BOLD : 1)) / 100;
}
