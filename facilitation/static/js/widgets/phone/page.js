/** The whole phone: what there is to do first, then what one wrote, then the rest. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { keptDrafts } from "./away.js";
import { paragraphs, situation } from "./case.js";
import { commitments } from "./commitments.js";
import { feed } from "./feed.js";
import { leftovers } from "./leftovers.js";
import { alerts } from "./messages.js";
import { mine } from "./mine.js";
import { missions } from "./missions.js";
import { papers } from "./papers.js";
import { plan, readThrough } from "./plan.js";
import { postForm } from "./post.js";
import { profile } from "./profile.js";
import { referents } from "./referents.js";
import { results } from "./results.js";
import { sheets, sheetsAtHand } from "./sheet.js";
import { closedNote, folding } from "./standing.js";
import { statements, statementsAtHand } from "./statements.js";
import { votes } from "./vote.js";

const WRITTEN = ["expectation", "positioning", "proposal", "mission", "referent", "statement", "commitment"];

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
export function page(desk, saver) {
  const closed = desk.workshop()?.state === "closed";
  return html`
    ${alerts(desk)} ${closed ? ended() : instruction(desk)} ${readThrough(desk)} ${situation(desk)}
    ${closed ? commitments(desk) : doing(desk, saver)} ${mine(desk)} ${feed(desk)} ${sheetsAtHand(desk, saver)}
    ${statementsAtHand(desk)} ${results(desk)} ${plan(desk)} ${profile(desk)}
  `;
}

/** @param {import("./desk.js").Desk} desk */
export function instruction(desk) {
  const step = desk.step();
  if (!step) {
    const words = desk.shared
      ? _("L’appareil de la table est prêt. Gardez cette page ouverte : elle suivra la journée.")
      : _("Vous êtes bien inscrit. Gardez cette page ouverte : elle suivra la journée.");
    return html`<section class="instruction"><p>${words}</p></section>`;
  }
  return html`<section class="instruction" aria-label=${_("Consigne")}>${told(desk, step)}</section>`;
}

/**
 * While people write, the field comes first: of a long instruction the beginning stays in sight.
 * @param {import("./desk.js").Desk} desk
 * @param {any} step
 */
function told(desk, step) {
  const [first, ...rest] = paragraphs(step.instruction);
  if (!step.writing_open || !rest.length) return [first, ...rest];
  const fold = folding(desk, "instruction");
  return html`${first}
    <details .open=${fold.open} @toggle=${fold.toggled}>
      <summary class="small">${_("La consigne entière")}</summary>
      ${rest}
    </details>`;
}

export function ended() {
  return html`<section class="notice">
    <p>${_("Le séminaire est clos. Merci de votre participation ; vos contributions restent lisibles ci-dessous.")}</p>
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {import("./sheet-saver.js").SheetSaver} saver
 */
function doing(desk, saver) {
  const writes = WRITTEN.some((what) => desk.allows(what));
  // An evaluation opens while people write their commitments: it comes below, nothing moves.
  const first = desk.allows("commitment") ? commitments(desk) : nothing;
  return html`${first} ${votes(desk)} ${papers(desk)} ${writes ? closedNote(desk) : nothing} ${postForm(desk)} ${leftovers(desk)} ${keptDrafts(desk)}
  ${sheets(desk, saver)} ${missions(desk)} ${referents(desk)} ${statements(desk)} ${first === nothing ? commitments(desk) : nothing}`;
}
