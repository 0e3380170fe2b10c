/** My table's situation: its context, its questions, the information as it comes, the actors' words. */
import { html, nothing } from "../../core/dom.js";
import { draft } from "../../core/drafts.js";
import { _ } from "../../core/i18n.js";
import { folding } from "./standing.js";

/**
 * Unfolded until people write; whoever unfolds it then keeps it so.
 * @param {import("./desk.js").Desk} desk
 */
export function situation(desk) {
  const one = desk.currentCase();
  if (!one?.context) return nothing;
  const phase = `${desk.step()?.id}.${desk.step()?.writing_open ? "writing" : "reading"}`;
  const fold = folding(desk, `case.${phase}`, !desk.step()?.writing_open);
  return html`
    ${releases(desk, one)}
    <details class="case" .open=${fold.open} @toggle=${fold.toggled}>
      <summary>${_("Situation %(n)s : %(title)s", { n: one.number, title: one.title })}</summary>
      ${paragraphs(one.context)} ${questions(one)} ${voices(one)}
    </details>
  `;
}

/** @param {string} text */
export function paragraphs(text) {
  return text.split(/\n\s*\n/).map((part) => html`<p>${part.replaceAll("\n", " ")}</p>`);
}

/** @param {any} one */
function questions(one) {
  if (!one.questions?.length) return nothing;
  return html`<h3>${_("Questions")}</h3>
    <ol>
      ${one.questions.map((/** @type {string} */ text) => html`<li>${text}</li>`)}
    </ol>`;
}

/**
 * What came in while the table worked: unfolded until it was read, or the field must be in sight.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function releases(desk, one) {
  return (one.releases ?? []).map((/** @type {any} */ piece, /** @type {number} */ place) => {
    const kept = draft(`${desk.room.boot.code}.release.${one.id}.${place}`);
    const toggled = (/** @type {any} */ event) => {
      if (event.target.open === open) return;
      kept.write(event.target.open ? "open" : "read");
      desk.draw();
    };
    const open = kept.read() ? kept.read() === "open" : !desk.step()?.writing_open;
    return html`<details class="release" .open=${open} @toggle=${toggled}>
      <summary>${_("Information nouvelle : %(title)s", { title: piece.title })}</summary>
      ${paragraphs(piece.text)}
    </details>`;
  });
}

/** @param {any} one */
function voices(one) {
  if (!one.voices?.length) return nothing;
  return html`<h3>${_("Paroles d’acteurs (fictives)")}</h3>
    ${one.voices.map(
      (/** @type {any} */ voice) => html`<figure class="voice">
        <blockquote>${paragraphs(voice.text)}</blockquote>
        <figcaption class="small soft">${voice.actor}</figcaption>
      </figure>`,
    )}`;
}
