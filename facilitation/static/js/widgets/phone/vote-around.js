/** What is said around a vote: what one waits for, what a result is worth. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/**
 * Before the vote opens, and between its close and its result, the page says what one waits for.
 * @param {import("./desk.js").Desk} desk
 */
export function between(desk) {
  const step = desk.step();
  if (!desk.allows("vote") || step.state === "done") return nothing;
  const held = desk.room.all("ballots").filter((one) => one.step === step.id && one.state === "closed");
  if (held.some((one) => one.revealed)) return nothing;
  const words = held.length
    ? _("Le vote est clos. L’animateur va montrer le résultat.")
    : _("Le vote s’ouvrira ici dans un instant.");
  return html`<section class="notice"><p>${words}</p></section>`;
}

/** @param {import("./desk.js").Desk} desk */
export function indicative(desk) {
  return (
    desk.workshop()?.title_page?.indicative || _("Priorisation indicative des participants ; ne vaut pas décision")
  );
}
