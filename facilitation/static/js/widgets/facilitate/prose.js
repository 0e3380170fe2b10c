/**
 * Texts of the scenario as people wrote them, drawn as paragraphs and lists.
 */
import { html } from "../../core/dom.js";
import { blocks } from "./prose-blocks.js";

/** A text, drawn; `kind` is a class for its tone. */
export function prose(text, kind = "") {
  return html`<div class="prose ${kind}">${blocks(text).map((one) =>
    Array.isArray(one) ? html`<ul>${one.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>${one}</p>`,
  )}</div>`;
}
