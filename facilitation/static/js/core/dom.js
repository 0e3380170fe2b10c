/** The one door to the drawing library: templates, directives, and mounting them. */

import { classMap } from "../../vendor/lit/directives/class-map.js";
import { live } from "../../vendor/lit/directives/live.js";
import { createRef, ref } from "../../vendor/lit/directives/ref.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing, render, svg } from "../../vendor/lit/lit-html.js";

export { classMap, createRef, html, live, nothing, ref, render, repeat, svg };

/**
 * Draw a template into an element, replacing what the server put there the first time.
 * @param {unknown} template
 * @param {HTMLElement} element
 */
export function mount(template, element) {
  if (!element.dataset.mounted) {
    element.replaceChildren();
    element.dataset.mounted = "yes";
  }
  render(template, element);
}

/**
 * What the server tells a page: code, role, streams, language.
 * @returns {any}
 */
export function readBoot() {
  const element = document.getElementById("boot");
  return JSON.parse(element?.textContent ?? "{}");
}
