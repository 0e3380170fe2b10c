/**
 * Two themes become one, or one becomes two: every card goes along with its number.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { field, formFoot, onSubmit } from "./bits.js";
import { themes } from "./words.js";

/** Merge a theme into another. */
export function openMerge(desk, gone) {
  const others = themes(desk.room).filter((one) => one.id !== gone.id);
  const merge = async (kept) => {
    desk.close();
    await desk.act("theme.merge", { theme: kept.id, merged: gone.id }, { base: desk.room.get("themes", kept.id)?.v });
  };
  desk.open(
    _("Fusionner « %(name)s » dans…", { name: gone.name }),
    () => html`
    <p class="field-help">${_("Toutes ses cartes rejoignent le thème choisi, avec leurs numéros.")}</p>
    <div class="choice-list">${others.map(
      (theme) => html`<button type="button" class="button theme-${theme.color}" @click=${() => merge(theme)}>
      <kbd>${theme.letter}</kbd> ${theme.name}</button>`,
    )}
      ${others.length ? nothing : html`<p>${_("Il n’y a pas d’autre thème.")}</p>`}</div>`,
  );
}

/** Split the chosen cards of a theme off into a theme of their own. */
export function splitOff(desk, theme, cards) {
  const save = async ({ name }) => {
    const answer = await desk.act(
      "theme.split",
      { theme: theme.id, name: name.trim(), contributions: cards.map((one) => one.id) },
      {
        onConflict: ({ current }) =>
          desk.toast(
            _("%(id)s vient de quitter ce thème : la division n’a pas eu lieu.", { id: current?.id ?? "" }),
            "alarm",
          ),
      },
    );
    if (answer?.ok) desk.look({ chosen: new Set(), dialog: null });
  };
  desk.open(
    _("Diviser « %(name)s »", { name: theme.name }),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    <p>${n_("%(n)s carte formera un nouveau thème.", "%(n)s cartes formeront un nouveau thème.", cards.length, { n: cards.length })}</p>
    ${field(_("Nom du nouveau thème"), html`<input type="text" name="name" required maxlength="120" autofocus>`)}
    ${formFoot(desk, _("Diviser"))}</form>`,
  );
}
