/**
 * The vote: gommettes or marks, in an order of one's own, changeable until the close. The paper's
 * key and its content stay on this phone; the server keeps no link to who cast it.
 */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { shuffled } from "../../core/keys.js";
import { stateOf } from "./ballot-choices.js";
import { ballotLines } from "./ballot-lines.js";
import { never } from "./standing.js";
import { between, indicative } from "./vote-around.js";
import { casting } from "./vote-casting.js";

/** @param {import("./desk.js").Desk} desk */
export function votes(desk) {
  const open = desk.room.all("ballots").filter((ballot) => ballot.state === "open");
  return open.length ? open.map((ballot) => voting(desk, ballot)) : html`${between(desk)}`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function voting(desk, ballot) {
  const say = (/** @type {string} */ text) => html`<section class="notice"><p>${text}</p></section>`;
  if (!desk.who()) return say(_("Un vote est en cours : choisissez d’abord la personne qui vote."));
  if (desk.me()?.votes === false) return say(_("Un vote est en cours ; vous n’y prenez pas part."));
  const held = desk.draft(`paper.${ballot.id}`).read() ?? {};
  const elsewhere = (desk.room.live.voted ?? []).includes(ballot.id) && !held.key;
  if (elsewhere) return say(_("Vous avez voté depuis un autre appareil : votre bulletin est compté."));
  return paper(desk, ballot, held);
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 */
function paper(desk, ballot, held) {
  const dots = ballot.method === "dots";
  const options = dots ? shuffled(ballot.options, `${ballot.id}${desk.who()}`) : ballot.options;
  const kept = desk.draft(`paper.${ballot.id}`);
  const write = (/** @type {(now: Record<string, number>) => Record<string, number>} */ change) => {
    const now = kept.read() ?? {};
    kept.write({ ...now, choices: change(now.choices ?? {}) });
    desk.draw();
  };
  const entry = desk.latest("ballot.cast", (one) => one.payload.ballot === ballot.id && !one.payload.voter);
  const state = stateOf(held, entry);
  return html`
    <section class="panel" aria-labelledby="vote-${ballot.id}" aria-busy=${String(desk.room.stale)} ?inert=${desk.room.stale}>
      <h2 id="vote-${ballot.id}">${ballot.question || _("Votre avis sur la journée")}</h2>
      ${dots ? html`<p class="promise">${indicative(desk)}</p>` : nothing}
      ${
        held.hidden
          ? nothing
          : html`${ballotLines(ballot, options, held.choices ?? {}, write)} ${dots ? nothing : remark(desk, ballot, held)}`
      }
      ${casting(desk, ballot, held, state, entry)}
      <p class="promise">${_("Bulletin secret : rien ne relie un bulletin à une personne après la clôture. Vous pouvez changer d’avis jusque-là.")}</p>
    </section>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 */
function remark(desk, ballot, held) {
  const id = `remark-${ballot.id}`;
  const write = (/** @type {any} */ event) => {
    const kept = desk.draft(`paper.${ballot.id}`);
    kept.write({ ...(kept.read() ?? {}), remark: event.target.value });
  };
  const left = () => desk.draw();
  return html`<div class="field">
    <label for=${id}>${_("Une remarque (facultative, non nominative)")}</label>
    <textarea id=${id} rows="2" maxlength="1000" aria-describedby="${id}-never" .value=${live(held.remark ?? "")} @input=${write} @change=${left}></textarea>
    ${never(`${id}-never`)}
  </div>`;
}
