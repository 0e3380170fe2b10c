/** Votes: the budget suggested, papers kept within it, results in order, paper voters numbered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  given,
  left,
  results,
  suggestedBudget,
  suggestedMost,
} from "../../facilitation/static/js/widgets/facilitate/vote-budget.js";
import { questionOf } from "../../facilitation/static/js/widgets/facilitate/vote-question.js";

const ballot = {
  method: "dots",
  budget: 5,
  most: 3,
  options: [
    { id: "A", label: "a" },
    { id: "B", label: "b" },
  ],
};

test("the budget follows the number of options, from three to seven", () => {
  assert.deepEqual([2, 8, 12, 15, 40].map(suggestedBudget), [3, 3, 4, 5, 7]);
  assert.deepEqual([1, 3, 5, 7].map(suggestedMost), [1, 2, 3, 4]);
});

test("a paper never holds more than the budget or the maximum of a line", () => {
  assert.deepEqual(given(ballot, {}, "A", 9), { A: 3 });
  assert.deepEqual(given(ballot, { A: 3 }, "B", 3), { A: 3, B: 2 });
  assert.deepEqual(given(ballot, { A: 3, B: 2 }, "A", 0), { B: 2 });
  assert.deepEqual(given(ballot, { A: 3 }, "A", -2), {});
  assert.equal(left(ballot, { A: 3, B: 2 }), 0);
});

test("a rating has no budget, only its highest mark", () => {
  const rating = { ...ballot, method: "rating", most: 4 };
  assert.deepEqual(given(rating, { A: 4 }, "B", 9), { A: 4, B: 4 });
  assert.equal(left(rating, {}), null);
});

test("results are highest first, equals share a rank, nothing divides by zero", () => {
  const closed = {
    ...ballot,
    tally: {
      scores: [
        { option: "A", total: 2, papers: 1 },
        { option: "B", total: 2, papers: 2 },
      ],
    },
  };
  assert.deepEqual(
    results(closed).map((one) => one.rank),
    [1, 1],
  );
  const none = { ...ballot, tally: { scores: [{ option: "A", total: 0, papers: 0 }] } };
  assert.deepEqual([results(none)[0].share, results(none)[0].mean], [0, null]);
  assert.deepEqual(results({ ...ballot, tally: null }), []);
});

test("a vote starts from the question that its step asks, or from the usual one", () => {
  const step = { id: "vote", allows: ["vote"], instruction: "Sur quoi agir d’abord ? Répartissez vos gommettes." };
  const desk = (/** @type {any} */ found) => ({
    room: { all: () => [{ step: "vote" }], get: () => found },
  });
  assert.equal(questionOf(desk(step), "themes"), "Sur quoi agir d’abord ?");
  assert.equal(
    questionOf(desk({ ...step, instruction: "Répartissez. Puis ?" }), "themes"),
    "Que faut-il traiter d’abord\u202f?",
  );
  assert.equal(questionOf(desk({ ...step, allows: [] }), "themes"), "Que faut-il traiter d’abord\u202f?");
  assert.equal(questionOf(desk(undefined), "evaluation"), "Évaluation à chaud de la journée");
});
