/**
 * Forms of the board: a new theme, its name, subtitle, colour and note, its place, a merge, a
 * split. Every save says which version it saw; a conflict shows what is there now.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { changed, field, formFoot, onSubmit } from "./bits.js";
import { placeOf } from "./board-ops.js";
import { themes } from "./words.js";

const COLORS = [0, 1, 2, 3, 4, 5, 6, 7];

/** A new theme, with the chosen cards if there are any. */
export function openNew(desk) {
  const chosen = [...desk.view.chosen];
  const save = async ({ name }) => {
    const answer = await desk.act("theme.create", { name: name.trim(), contributions: chosen });
    if (!answer?.ok) return;
    desk.look({ chosen: new Set(), dialog: null });
  };
  desk.open(
    _("Nouveau thème"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${chosen.length ? html`<p>${n_("Avec %(n)s carte sélectionnée", "Avec %(n)s cartes sélectionnées", chosen.length, { n: chosen.length })}</p>` : nothing}
    ${field(_("Nom du thème"), html`<input type="text" name="name" required maxlength="120" autofocus autocomplete="off">`)}
    ${formFoot(desk, _("Créer le thème"))}</form>`,
  );
}

function colorChoice(theme) {
  return html`<fieldset class="choices"><legend>${_("Couleur")}</legend>${COLORS.map(
    (color) => html`<label class="color-choice theme-${color}">
    <input type="radio" name="color" value=${color} .checked=${theme.color === color}><span class="color-sample">${_("Couleur %(n)s", { n: color + 1 })}</span></label>`,
  )}</fieldset>`;
}

/** Correct a theme. */
export function openTheme(desk, found) {
  const state = { theme: found, theirs: /** @type {any} */ (null) };
  const save = async (form) => {
    const changes = changed(state.theme, { ...form, color: Number(form.color) });
    if (!Object.keys(changes).length) return desk.close();
    const answer = await desk.act(
      "theme.rename",
      { theme: found.id, ...changes },
      {
        base: state.theme.v,
        onConflict: ({ current }) => {
          state.theirs = current;
          state.theme = { ...state.theme, v: current?.v ?? state.theme.v };
          desk.redraw();
        },
      },
    );
    if (answer?.ok) desk.close();
    return null;
  };
  desk.open(
    _("Thème %(letter)s", { letter: found.letter }),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${
      state.theirs
        ? html`<p class="hint-line" role="alert">${_(
            "Un autre animateur vient de modifier ce thème : « %(name)s »%(subtitle)s. Votre texte est intact ; enregistrez de nouveau pour le remplacer.",
            {
              name: state.theirs.name,
              subtitle: state.theirs.subtitle ? `, ${state.theirs.subtitle}` : "",
            },
          )}</p>`
        : nothing
    }
    ${field(_("Nom"), html`<input type="text" name="name" required maxlength="120" autofocus .value=${found.name}>`)}
    ${field(_("Sous-titre (lu à l’écran)"), html`<input type="text" name="subtitle" maxlength="200" .value=${found.subtitle}>`)}
    ${field(_("Note pour les animateurs"), html`<textarea name="note" rows="2" maxlength="1000" .value=${found.note ?? ""}></textarea>`)}
    ${colorChoice(found)}
    <div class="row">
      <button type="button" class="button button-small" @click=${() => shift(desk, found, -1)}>${_("Avancer")}</button>
      <button type="button" class="button button-small" @click=${() => shift(desk, found, 1)}>${_("Reculer")}</button>
      <button type="button" class="button button-small" @click=${() => remove(desk, found)}>${_("Retirer ce thème")}</button></div>
    <p class="field-help">${_("Retirer un thème remet ses cartes parmi les cartes sans thème. Le bouton Annuler le rétablit.")}</p>
    ${formFoot(desk, _("Enregistrer"))}</form>`,
  );
}

/** Swap a theme's place with its neighbour's. */
async function shift(desk, theme, step) {
  const place = placeOf(themes(desk.room), theme.id, step);
  if (!place) return;
  const equal = place.position === place.otherPosition;
  const answer = await desk.act("theme.rename", {
    theme: theme.id,
    position: equal ? place.position + step : place.position,
  });
  if (answer?.ok && !equal) await desk.act("theme.rename", { theme: place.other, position: place.otherPosition });
}

async function remove(desk, theme) {
  const answer = await desk.act("theme.remove", { theme: theme.id }, { base: desk.room.get("themes", theme.id)?.v });
  if (answer?.ok) desk.close();
}
