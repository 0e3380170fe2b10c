/** Pages of the projector: nothing is lost between them, nothing is larger than its page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runs } from "../../facilitation/static/js/widgets/scenes/card-sizes.js";
import { bodyHeight, isLong, LINE } from "../../facilitation/static/js/widgets/scenes/layout.js";
import { cut, linesOf, wrap } from "../../facilitation/static/js/widgets/scenes/lines.js";
import { widthOf } from "../../facilitation/static/js/widgets/scenes/measure.js";
import { flow, pack, packColumns } from "../../facilitation/static/js/widgets/scenes/paging.js";
import { roomOf } from "./rooms.js";

/** A wall of two short texts. */
const WALL = ["Savoir qui répond au maire.", "Parler d’une seule voix."].map((text, place) => ({
  id: `ATT-00${place}`,
  kind: "expectation",
  text,
}));

const PROSE =
  "Chaque service connaît son correspondant dans les autres services. L’information se partage avant la décision, " +
  "non après ; un tableau commun tenu à jour suffirait. Les délais annoncés sont tenus. ";
const joined = (/** @type {string[]} */ parts) => parts.join(" ").replace(/\s+/g, " ").trim();

test("accents do not widen a letter, bold does, and size counts", () => {
  assert.equal(widthOf("éàîç"), widthOf("eaic"));
  assert.ok(widthOf("préfet", { bold: true }) > widthOf("préfet"));
  assert.equal(widthOf("préfet", { size: 88 }), 2 * widthOf("préfet"));
});

test("a line is never wider than it may be, and no word is lost", () => {
  for (const width of [420, 560, 1066, 1728]) {
    const lines = wrap(PROSE, width);
    for (const line of lines) assert.ok(widthOf(line) <= width, line);
    assert.equal(joined(lines), PROSE.trim());
  }
});

test("a word longer than a line is broken, not cut", () => {
  const word = "anticonstitutionnellement".repeat(8);
  const lines = wrap(word, 400);
  assert.ok(lines.length > 5);
  assert.equal(lines.join(""), word);
});

test("a no-break space holds its words together", () => {
  const lines = wrap("Qui décide\u202f?", widthOf("Qui décide"));
  assert.deepEqual(lines, ["Qui", "décide\u202f?"]);
});

test("a text is cut at the end of a sentence where one ends late enough, and nothing is lost", () => {
  const [head, rest] = cut(PROSE.repeat(4), 1000, 5);
  assert.match(head, /[.;]$/);
  assert.ok(linesOf(head, 1000) <= 5);
  assert.equal(joined([head, rest]), PROSE.repeat(4).trim());
});

test("a text without sentences is cut between words", () => {
  const text = "mot ".repeat(300).trim();
  const [head, rest] = cut(text, 1000, 3);
  assert.equal(linesOf(head, 1000), 3);
  assert.equal(joined([head, rest]), text);
});

test("a page holds what fits, and seven at most", () => {
  const sizes = pack([300, 300, 300, 900, 10], (size) => size, 745);
  assert.deepEqual(sizes, [[300, 300], [300], [900], [10]]);
  assert.deepEqual(
    pack(Array(15).fill(1), () => 1, 745).map((page) => page.length),
    [7, 7, 1],
  );
});

test("two columns hold seven cards at most", () => {
  for (const page of packColumns(Array(20).fill(1), () => 1, 745)) {
    assert.ok(page.length <= 2);
    assert.ok(page.flat().length <= 7);
  }
});

test("a long text runs over pages, none of them too full, and none of its words lost", () => {
  const page = {
    width: 1728,
    height: 600,
    size: (/** @type {any} */ _one, /** @type {number} */ lines) => lines * LINE + 30,
  };
  const pages = flow([{ text: PROSE.repeat(12).trim() }, { text: PROSE.trim() }], page);
  assert.ok(pages.length > 2);
  for (const texts of pages) {
    const height = texts.reduce((sum, one) => sum + page.size(one, linesOf(one.text, 1728)), 0);
    assert.ok(height <= 600);
  }
  assert.equal(joined(pages.flat().map((one) => one.text)), PROSE.repeat(13).trim());
  assert.ok(pages.slice(1, -1).every(([first]) => "goesOn" in first && first.goesOn));
});

test("a page too low for a single line is an error, not an endless run", () => {
  assert.throws(
    () => flow([{ text: "a" }], { width: 500, height: 40, size: (_one, lines) => lines * LINE }),
    RangeError,
  );
});

test("a title of more than two lines is set smaller, and every line of the head is taken off the body", () => {
  const long =
    "Désigner pour chaque politique publique un référent unique connu de tous les élus et de tous les services";
  assert.equal(isLong("Les thèmes de la journée"), false);
  assert.equal(isLong(`${long}, dès maintenant`), true);
  const plain = bodyHeight({ title: "Les thèmes" });
  assert.equal(bodyHeight({ title: "Les thèmes", kicker: "Thème A" }), plain - LINE);
  assert.ok(bodyHeight({ title: long }) < plain);
});

test("two short texts stand together, at whichever drawing", () => {
  for (const _drawing of [1, 2, 3]) {
    const told = runs(roomOf({}), WALL, bodyHeight({}));
    assert.deepEqual(
      told.map(({ wide, cards }) => [wide, cards.map((card) => card.text)]),
      [[false, WALL.map((one) => one.text)]],
    );
  }
});
