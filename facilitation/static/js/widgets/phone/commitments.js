/** Engagements: a personal card that only I see again, one for my service, carried over. */
import { html, nothing } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";
import { commitmentForm } from "./commitment-form.js";
import { receipt } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function commitments(desk) {
  const open = desk.who() && desk.allows("commitment") && desk.mayWrite() && !desk.isOver();
  const cards = known(desk);
  const sent = desk.outbox
    .entries()
    .filter((one) => one.name === "commitment.make" && one.meta.who === desk.who() && waits(one, cards));
  if (!open && !cards.length && !sent.length) return nothing;
  return html`<section aria-labelledby="commit-title">
    <h2 id="commit-title">${_("Mes engagements")}</h2>
    <ul class="slips">
      ${cards.map((one) => card(desk, one))} ${sent.map((one) => waiting(desk, one))}
    </ul>
    ${open ? commitmentForm(desk) : nothing}
  </section>`;
}

/**
 * A card that came from the server a moment before its answer waits no longer.
 * @param {import("../../core/outbox.js").Entry} entry
 * @param {any[]} cards
 */
function waits({ state, payload }, cards) {
  const there = cards.some((card) => card.kind === payload.kind && card.text === payload.text);
  return state === "refused" || (state === "phone" && !there);
}

/**
 * A shared device has no personal stream: it shows what this member wrote on it.
 * @param {import("./desk.js").Desk} desk
 * @returns {any[]}
 */
function known(desk) {
  const live = desk.room.all("commitments").filter((one) => one.state === "live");
  if (!desk.shared) return live;
  const gone = new Set(
    desk.outbox
      .entries()
      .filter((one) => one.name === "commitment.withdraw")
      .map((one) => one.payload.commitment),
  );
  return desk.outbox
    .entries()
    .filter(
      (one) =>
        one.name === "commitment.make" &&
        one.state === "saved" &&
        one.meta.who === desk.who() &&
        !gone.has(one.result?.id),
    )
    .map((one) => ({ subject_to_hierarchy: true, ...one.payload, id: one.result?.id }));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function card(desk, one) {
  const withdraw = () => desk.keep("commitment.withdraw", { commitment: one.id });
  return html`<li class="slip slip-commitment">
    <p class="slip-head"><span class="slip-number">${one.id ?? ""}</span> <span>${nature(one.kind)}</span></p>
    <p class="slip-text"><bdi>${one.text}</bdi></p>
    <p class="slip-foot">${terms(one)}</p>
    ${one.id && !desk.isOver() ? html`<button type="button" class="button button-quiet button-small" @click=${withdraw}>${_("Retirer cet engagement")}</button>` : nothing}
  </li>`;
}

/** @param {string} kind */
function nature(kind) {
  return kind === "personal" ? _("Personnel : vous seul le voyez") : _("De service : repris dans le suivi");
}

/** @param {any} one */
function terms(one) {
  return [
    one.by ? _("Avant le %(day)s", { day: day(one.by) }) : "",
    one.need ? _("Besoin : %(need)s", { need: one.need }) : "",
    one.subject_to_hierarchy ? _("Sous réserve de ma hiérarchie") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 */
function waiting(desk, entry) {
  const back = () => {
    desk.draft("commitment").write(entry.payload);
    desk.outbox.forget(entry.key);
    desk.draw();
  };
  return html`<li class="slip slip-commitment">
    <p class="slip-head"><span>${nature(entry.payload.kind)}</span></p>
    <p class="slip-text"><bdi>${entry.payload.text}</bdi></p>
    ${receipt(desk, entry, { back })}
  </li>`;
}
