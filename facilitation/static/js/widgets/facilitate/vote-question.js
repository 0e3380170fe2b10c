/** The question that a vote starts from; whoever opens the vote may word it anew. */
import { _ } from "../../core/i18n.js";

/** The longest question, as the server has it. */
export const LONGEST = 200;

const QUESTION = {
  themes: () => _("Que faut-il traiter d’abord ?"),
  proposals: () => _("Quelles propositions faut-il engager d’abord ?"),
  evaluation: () => _("Évaluation à chaud de la journée"),
};

/** The question of the step under way, when it puts one; else the usual one. */
export function questionOf(desk, subject) {
  const { room } = desk;
  const step = room.get("steps", room.all("workshop")[0]?.step);
  const asked =
    subject === "themes" && step?.allows.includes("vote") ? /^[^.\n]*?\?/.exec(step.instruction ?? "") : null;
  return asked && asked[0].length <= LONGEST ? asked[0] : QUESTION[subject]();
}
