/**
 * The vote: gommettes or ratings, in an order of one's own, changeable until the close. The paper's
 * key and its content stay on this phone; the server keeps no link to who cast it.
 */
import { html, live, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { draft } from "../../core/drafts.js";
import { newKey, shuffled } from "../../core/keys.js";
import { changed, given } from "./ballot-choices.js";

/** @param {import("./desk.js").Desk} desk */
export function votes(desk) {
  return desk.room
    .all("ballots")
    .filter((ballot) => ballot.state === "open" || ballot.tally)
    .reverse()
    .map((ballot) => (ballot.state === "open" ? paper(desk, ballot) : result(desk, ballot)));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function kept(desk, ballot) {
  return draft(desk.draftKey(`paper.${ballot.id}`));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function paper(desk, ballot) {
  if (!desk.who()) return html`<section class="notice"><p>${_("Choisissez qui vote.")}</p></section>`;
  if (desk.me()?.votes === false) {
    return html`<section class="notice"><p>${_("Un vote est en cours ; vous n’y prenez pas part.")}</p></section>`;
  }
  const held = kept(desk, ballot).read() ?? {};
  const elsewhere = (desk.room.live.voted ?? []).includes(ballot.id) && !held.cast;
  if (elsewhere) {
    return html`<section class="notice">
      <p>${_("Vous avez voté depuis un autre téléphone : votre bulletin est compté.")}</p>
    </section>`;
  }
  const dots = ballot.method === "dots";
  return html`
    <section class="panel" aria-labelledby="vote-${ballot.id}">
      <h2 id="vote-${ballot.id}">${ballot.question || _("Votre avis")}</h2>
      ${dots ? budget(ballot, held.choices ?? {}) : nothing} ${options(desk, ballot, held)}
      ${dots ? nothing : remark(desk, ballot, held)} ${castButtons(desk, ballot, held)}
      <p class="promise">
        ${_("Bulletin secret. Vous pouvez changer d’avis jusqu’à la clôture. %(line)s", {
          line: desk.workshop()?.title_page?.indicative || _("Priorisation indicative des participants ; ne vaut pas décision."),
        })}
      </p>
    </section>
  `;
}

/**
 * @param {any} ballot
 * @param {Record<string, number>} choices
 */
function budget(ballot, choices) {
  const left = ballot.budget - given(choices);
  return html`<p role="status">
    <strong>${n_("%(n)s gommette à placer", "%(n)s gommettes à placer", left)}</strong>
    <span class="dots" aria-hidden="true">${"●".repeat(left)}${"○".repeat(ballot.budget - left)}</span>
    <span class="soft small">${_("%(n)s au plus sur une même ligne", { n: ballot.most })}</span>
  </p>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 */
function options(desk, ballot, held) {
  const order = ballot.method === "dots" ? shuffled(ballot.options, `${ballot.id}${desk.who()}`) : ballot.options;
  const write = (/** @type {Record<string, number>} */ choices) => {
    kept(desk, ballot).write({ ...held, choices, cast: false, changed: !!held.cast || held.changed });
    desk.draw();
  };
  const draw = ballot.method === "dots" ? dotLine : ratingLine;
  return order.map((/** @type {any} */ option) => draw(ballot, option, held.choices ?? {}, write));
}

/**
 * @param {any} ballot
 * @param {any} option
 * @param {Record<string, number>} choices
 * @param {(choices: Record<string, number>) => void} write
 */
function dotLine(ballot, option, choices, write) {
  const value = choices[option.id] ?? 0;
  const step = (/** @type {number} */ change) => () => write(changed(choices, option.id, change, ballot));
  const full = value >= ballot.most || given(choices) >= ballot.budget;
  return html`<div class="option">
    <span>${option.label}</span>
    <span class="stepper" role="group" aria-label=${option.label}>
      <button class="button" ?disabled=${!value} @click=${step(-1)} aria-label=${_("Retirer une gommette")}>−</button>
      <output>${value}</output>
      <button class="button" ?disabled=${full} @click=${step(1)} aria-label=${_("Ajouter une gommette")}>+</button>
    </span>
  </div>`;
}

/**
 * @param {any} ballot
 * @param {any} option
 * @param {Record<string, number>} choices
 * @param {(choices: Record<string, number>) => void} write
 */
function ratingLine(ballot, option, choices, write) {
  const labels = [_("pas du tout"), _("peu"), _("assez"), _("tout à fait")];
  return html`<fieldset>
    <legend>${option.label}</legend>
    <div class="rating">
      ${labels.map(
        (label, place) => html`<label class="choice">
          <input
            type="radio"
            name="${ballot.id}-${option.id}"
            .checked=${live(choices[option.id] === place + 1)}
            @change=${() => write({ ...choices, [option.id]: place + 1 })}
          />
          <span class="small">${label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 */
function remark(desk, ballot, held) {
  const write = (/** @type {any} */ event) => {
    kept(desk, ballot).write({ ...(kept(desk, ballot).read() ?? held), remark: event.target.value, cast: false });
  };
  return html`<div class="field">
    <label for="remark-${ballot.id}">${_("Une remarque (facultatif, non nominative)")}</label>
    <textarea id="remark-${ballot.id}" rows="2" maxlength="1000" .value=${live(held.remark ?? "")} @input=${write}></textarea>
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} held
 */
function castButtons(desk, ballot, held) {
  const some = Object.keys(held.choices ?? {}).length > 0;
  if (held.cast) {
    return html`<p class="notice notice-done" role="status">
      ${some ? _("Votre bulletin est dans l’urne.") : _("Votre vote blanc est dans l’urne.")}
    </p>`;
  }
  const again = held.changed ? _("Remplacer mon bulletin") : _("Déposer mon bulletin");
  return html`<div class="button-row">
    <button class="button button-main" ?disabled=${!some} @click=${() => cast(desk, ballot, held)}>${again}</button>
    <button class="button" ?hidden=${some} @click=${() => cast(desk, ballot, { ...held, choices: {} })}>${_("Voter blanc")}</button>
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 * @param {any} shown
 */
async function cast(desk, ballot, shown) {
  const place = kept(desk, ballot);
  const held = { ...(place.read() ?? {}), choices: shown.choices ?? {} };
  const key = held.key ?? newKey();
  // The key is on this phone before the paper leaves: a lost answer never costs a vote.
  place.write({ ...held, key });
  const asked = { ballot: ballot.id, paper_key: key, choices: held.choices, remark: held.remark ?? "" };
  const answer = await desk.send("ballot.cast", asked);
  if (!answer.ok) return;
  place.write({ ...held, key, cast: true, changed: false });
  desk.toast(_("Votre bulletin est enregistré."));
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
function result(desk, ballot) {
  if (ballot.method !== "dots") return nothing;
  const labels = Object.fromEntries(ballot.options.map((/** @type {any} */ one) => [one.id, one.label]));
  const scores = [...ballot.tally.scores].sort((one, other) => other.total - one.total);
  const most = Math.max(1, ...scores.map((score) => score.total));
  return html`<details>
    <summary>${_("Résultat : %(question)s", { question: ballot.question })}</summary>
    <ul class="slips">
      ${scores.map(
        (score) => html`<li>
          <span>${labels[score.option]} : <strong>${score.total}</strong></span>
          <progress class="bar" max=${most} value=${score.total}></progress>
        </li>`,
      )}
    </ul>
    <p class="promise">${_("Priorisation indicative des participants ; ne vaut pas décision.")}</p>
  </details>`;
}
