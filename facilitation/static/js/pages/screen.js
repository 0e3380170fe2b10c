/** The projector's page: draws what the screen record asks for, fitted to the projector, awake. */
import { Awake } from "../core/awake.js";
import { tick } from "../core/clock.js";
import { html, mount, nothing, readBoot } from "../core/dom.js";
import { _ } from "../core/i18n.js";
import { LibraryLine } from "../core/line-library.js";
import { openRoom } from "../core/room.js";
import { renderScene, subjectOf } from "../widgets/scenes/index.js";

const WIDTH = 1920;
const HEIGHT = 1080;
/** A link that stutters is nothing; one gone for longer is marked for whoever minds the laptop. */
const LOST_MS = 8_000;

const room = openRoom(readBoot(), LibraryLine);
const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
/** A projector must not go dark in the middle of a talk; over plain http the README says to switch the sleep off. */
const awake = new Awake();
let lostAt = 0;

function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  document.documentElement.style.setProperty("--stage-scale", String(scale));
}

function lost() {
  if (room.link === "online") lostAt = 0;
  else lostAt ||= Date.now();
  return lostAt > 0 && Date.now() - lostAt > LOST_MS;
}

function draw() {
  const screen = room.all("screen")[0];
  if (!screen) return;
  stage.classList.toggle("is-dark", Boolean(screen.dark));
  document.body.classList.toggle("is-dark", Boolean(screen.dark));
  stage.dataset.scene = screen.scene;
  stage.dataset.about = subjectOf(screen);
  const mark = lost()
    ? html`<span class="screen-lost" role="img" aria-label=${_("Connexion perdue")}></span>`
    : nothing;
  mount(html`${renderScene(room, screen)}${mark}`, stage);
}

addEventListener("resize", fit);
fit();
// Asked again and again, for the system may take it back while the page stays in sight.
tick(() => awake.want(true));
room.onChange(draw);
await room.ready;
tick(draw);
