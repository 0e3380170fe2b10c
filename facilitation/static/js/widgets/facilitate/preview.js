/**
 * The preview of the screen: the same widgets as the projector's page, drawn at 1920×1080 and
 * scaled down. It cannot be clicked or read aloud twice: the words beside it say what is shown.
 */
import { html, nothing, ref, render } from "../../core/dom.js";
import { renderScene, scenePages } from "../scenes/index.js";
import { projected } from "./projected.js";
import { pagesOf } from "./screen-pages.js";

const WIDTH = 1920;
const sized = new WeakSet();

/** Keep the stage scaled to the width of its frame. */
function follow(frame) {
  if (!frame || sized.has(frame)) return;
  sized.add(frame);
  const fit = () => frame.style.setProperty("--preview-scale", String(frame.clientWidth / WIDTH));
  new ResizeObserver(fit).observe(frame);
  fit();
}

/** Draw a scene into a stage; a scene that fails must not take the console with it. */
function draw(desk, screen) {
  return (stage) => {
    if (!stage) return;
    try {
      // A scene that is being tried shows what the room would see: showing it makes it public.
      const room = desk.view.trial ? desk.room : projected(desk.room);
      render(renderScene(room, screen), stage);
    } catch (/** @type {any} */ fault) {
      render(html`<p>${String(fault?.message ?? fault)}</p>`, stage);
    }
  };
}

/** The frame with what the screen shows now, or with the scene being tried. */
export function previewTemplate(desk) {
  const shown = desk.room.all("screen")[0];
  if (!shown) return nothing;
  const { trial } = desk.view;
  const screen = trial ? { id: shown.id, page: 0, text: "", dark: shown.dark, ...trial } : shown;
  return html`<div class="preview ${trial ? "is-trial" : ""}" aria-hidden="true" inert ${ref(follow)}>
    <div class="preview-stage screen ${screen.dark ? "is-dark" : ""}" data-scene=${screen.scene} ${ref(draw(desk, screen))}></div></div>`;
}

/** The pages of what the screen shows, and which one is seen. */
export function pagesShown(room) {
  const screen = room.all("screen")[0];
  return pagesOf(screen, scenePages(projected(room), screen).length);
}
