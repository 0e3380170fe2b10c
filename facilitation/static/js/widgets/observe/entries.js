/** Entries of the record: slips without a signature, facts, themes, the order that a vote gave. */
import { html, nothing } from "../../core/dom.js";
import { _, n_, number } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { byNumber } from "../scenes/order.js";
import { indicative, themeMark } from "../scenes/parts.js";
import { from } from "../scenes/speakers.js";
import { byDots } from "../scenes/tally.js";

/**
 * @param {any} room
 * @returns {unknown[]}
 */
export function contributions(room) {
  const posted = byNumber(room.all("contributions")).filter((/** @type {any} */ one) => one.state === "posted");
  return posted.map((/** @type {any} */ one) => slip(room, one));
}

/**
 * @param {any} room
 * @param {any} one
 */
function slip(room, one) {
  const details = [from(room, one), nameOf("roles", one.role), nameOf("levels", one.level)].filter(Boolean).join(", ");
  return html`<article class="slip slip-${one.kind}">
    <p class="slip-head"><span class="slip-kind">${nameOf("kinds", one.kind)}</span><span class="slip-number">${one.id}</span><span>${details}</span></p>
    <p class="slip-text"><bdi>${one.text}</bdi></p>
  </article>`;
}

/** @param {import("../scenes/texts.js").Labelled[]} all */
export function facts(all) {
  return html`<dl class="facts">${all.map((one) => html`<div><dt>${one.label}</dt><dd>${one.text}</dd></div>`)}</dl>`;
}

/** @param {any} one */
export function themeLine(one) {
  const size = one.size ?? 0;
  return html`<p class="theme-line">${themeMark(one)} <span>${one.name}${one.subtitle ? html`<br><span class="soft small">${one.subtitle}</span>` : nothing}</span>
    <span class="soft">${n_("%(n)s contribution", "%(n)s contributions", size, { n: number(size) })}</span></p>`;
}

/**
 * @param {any} room
 * @param {any} ballot
 */
export function ranking(room, ballot) {
  const rows = byDots(ballot);
  const most = Math.max(1, ...rows.map((row) => row.value));
  return html`<article class="entry"><h3>${ballot.question || _("Priorisation indicative")}</h3>
    <ol class="ranking">${rows.map((row) => html`<li><span>${row.label}</span> <strong>${row.said}</strong><progress max=${most} value=${row.value} aria-hidden="true"></progress></li>`)}</ol>
    <p class="soft small">${indicative(room)}</p></article>`;
}
