/** The whole phone: what there is to do first, then what one wrote, then the rest. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { paragraphs, situation } from "./case.js";
import { commitments } from "./commitments.js";
import { feed } from "./feed.js";
import { messages } from "./messages.js";
import { mine } from "./mine.js";
import { papers } from "./papers.js";
import { postForm } from "./post.js";
import { profile } from "./profile.js";
import { missions, referents } from "./roles.js";
import { plan, sheets } from "./sheet.js";
import { statements } from "./statements.js";
import { votes } from "./vote.js";

/** @param {import("./desk.js").Desk} desk */
export function page(desk) {
  const closed = desk.workshop()?.state === "closed";
  return html`
    ${messages(desk)} ${closed ? ended() : instruction(desk)} ${situation(desk)}
    ${closed ? nothing : doing(desk)} ${mine(desk)} ${commitments(desk)} ${feed(desk)} ${plan(desk)}
    ${profile(desk)}
  `;
}

/** @param {import("./desk.js").Desk} desk */
function instruction(desk) {
  const step = desk.step();
  if (!step) {
    return html`<section><p class="instruction">${_("Vous êtes bien inscrit. Gardez cette page ouverte : elle suivra la journée.")}</p></section>`;
  }
  return html`<section class="instruction" aria-label=${_("Consigne")}>
    ${paragraphs(step.instruction)}
    ${step.state === "done" ? html`<p class="soft">${_("Cette séquence est terminée.")}</p>` : nothing}
  </section>`;
}

function ended() {
  return html`<section class="notice">
    <p>${_("Le séminaire est clos. Merci de votre participation ; vos contributions restent lisibles ci-dessous.")}</p>
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
function doing(desk) {
  return html`${votes(desk)} ${papers(desk)} ${sheets(desk)} ${missions(desk)} ${referents(desk)}
  ${statements(desk)} ${postForm(desk)}`;
}
