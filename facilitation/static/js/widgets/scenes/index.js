/** The scenes of the projector by name; the screen and the console's preview draw the same. */
import { repeat } from "../../core/dom.js";
import { caseScene } from "./case.js";
import { joinScene } from "./join.js";
import { blankScene, messageScene } from "./message.js";
import { frame } from "./parts.js";
import { planScene } from "./plan.js";
import { referentsScene } from "./referents.js";
import { returnScene } from "./return.js";
import { rolesScene } from "./roles.js";
import { statementsScene } from "./statements.js";
import { stepScene } from "./step.js";
import { themesScene } from "./themes.js";
import { voteScene } from "./vote.js";
import { wallScene } from "./wall.js";

/** @typedef {import("./parts.js").Page} Page */

/** @type {Record<string, (room: any, screen: any) => Page[]>} */
const SCENES = {
  join: joinScene,
  step: stepScene,
  case: caseScene,
  wall: wallScene,
  themes: themesScene,
  vote: voteScene,
  roles: rolesScene,
  referents: referentsScene,
  statements: statementsScene,
  plan: planScene,
  return: returnScene,
  message: messageScene,
  blank: blankScene,
};

/**
 * The pages of what the screen record asks for; an unknown scene is a blank one.
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function scenePages(room, screen) {
  return (SCENES[screen?.scene] ?? blankScene)(room, screen);
}

/** What a scene can be about; the step, with which the running order brought it, says least. */
const SUBJECTS = ["case", "ballot", "theme", "action", "statement", "step"];

/**
 * The record that the scene is about, or nothing when it shows them all: it is told beside the
 * scene's name, as one scene follows another under the same name.
 * @param {any} screen
 * @returns {string}
 */
export function subjectOf(screen) {
  return SUBJECTS.map((name) => screen?.[name]).find(Boolean) ?? "";
}

/**
 * Draw the page of the scene that the screen record asks for; past the end stays the last page.
 * @param {any} room
 * @param {any} screen
 */
export function renderScene(room, screen) {
  const pages = scenePages(room, screen);
  const place = Math.min(Math.max(0, screen?.page ?? 0), pages.length - 1);
  // Under another key the page is drawn anew, and comes in as new pages do; else it changes in place.
  const key = JSON.stringify([{ ...screen, page: place, dark: null, previous: null }]);
  return repeat(
    [pages[place]],
    () => key,
    (page) => frame(page, place, pages.length),
  );
}
