/**
 * How many gommettes to give each person: pure arithmetic on the number of options, and what
 * a paper may hold. The server checks again; this only keeps the hand from a refusal.
 */

/** After the nominal group technique: about a third of the options, three at least, seven at most. */
export function suggestedBudget(options) {
  return Math.min(7, Math.max(3, Math.ceil(options / 3)));
}

/** At most on one option: about half of the budget, so that nobody bets all on one. */
export function suggestedMost(budget) {
  return Math.max(1, Math.ceil(budget / 2));
}

/** How many dots a paper has left; a rating has no budget. */
export function left(ballot, choices) {
  if (ballot.method !== "dots") return null;
  return ballot.budget - Object.values(choices).reduce((sum, value) => sum + value, 0);
}

/** The paper as it would be after giving `value` to an option, kept within what is allowed. */
export function given(ballot, choices, option, value) {
  const { [option]: before = 0, ...others } = choices;
  const room = ballot.method === "dots" ? left(ballot, others) : ballot.most;
  const now = Math.max(0, Math.min(value, ballot.most, room));
  return now === before ? choices : now ? { ...others, [option]: now } : others;
}

/** The scores of a closed ballot, highest first, with rank and share of the highest. */
export function results(ballot) {
  const scores = ballot.tally?.scores ?? [];
  const highest = Math.max(1, ...scores.map((score) => score.total));
  const named = scores.map((score) => ({
    ...score,
    option: ballot.options.find((option) => option.id === score.option),
    share: score.total / highest,
    mean: score.papers ? score.total / score.papers : null,
  }));
  const sorted = ballot.method === "dots" ? named.sort((a, b) => b.total - a.total) : named;
  return sorted.map((score) => ({ ...score, rank: 1 + named.filter((o) => o.total > score.total).length }));
}
