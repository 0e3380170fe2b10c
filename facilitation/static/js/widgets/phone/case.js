/** My table's situation: its context, its questions, the information as it comes, the actors' words. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/** @param {import("./desk.js").Desk} desk */
export function situation(desk) {
  const one = desk.currentCase();
  if (!one?.context) return nothing;
  const open = desk.ui.caseClosed !== true;
  const toggled = (/** @type {any} */ event) => {
    desk.ui.caseClosed = !event.target.open;
  };
  return html`
    <details ?open=${open} @toggle=${toggled}>
      <summary>${_("Situation %(n)s : %(title)s", { n: one.number, title: one.title })}</summary>
      ${paragraphs(one.context)} ${questions(one)} ${releases(one)} ${voices(one)}
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

/** @param {any} one */
function releases(one) {
  return (one.releases ?? []).map(
    (/** @type {any} */ given) => html`<div class="notice">
      <h3>${_("Information nouvelle : %(title)s", { title: given.title })}</h3>
      ${paragraphs(given.text)}
    </div>`,
  );
}

/** @param {any} one */
function voices(one) {
  if (!one.voices?.length) return nothing;
  return html`<h3>${_("Paroles d’acteurs (fictives)")}</h3>
    ${one.voices.map(
      (/** @type {any} */ voice) => html`<blockquote class="voice"><p>${voice.text}</p><footer class="small soft">${voice.actor}</footer></blockquote>`,
    )}`;
}
