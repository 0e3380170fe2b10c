/** Filing cards by the letter of a theme, for hands that stay on the keyboard. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { asSeen, move } from "./board-gestures.js";
import { UNTHEMED } from "./board-ops.js";
import { themes } from "./words.js";

/** File texts by the letter of a theme. */
export function openFile(desk, ids) {
  if (!ids.length) return;
  const list = themes(desk.room);
  const texts = asSeen(desk, ids);
  const choose = (theme) => {
    desk.close();
    move(desk, texts, theme);
    // As soon as the card is in its new place; when the server answers, the hand may be elsewhere.
    desk.look({ sought: ids[0] });
  };
  const letter = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const theme = event.key === "0" ? UNTHEMED : list.find((one) => one.letter === event.key.toUpperCase())?.id;
    if (!theme) return;
    event.preventDefault();
    choose(theme);
  };
  const words = ids.length === 1 ? _("Ranger %(id)s", { id: ids[0] }) : _("Ranger %(n)s cartes", { n: ids.length });
  desk.open(
    words,
    () => html`<div class="choice-list" @keydown=${letter}>
    ${list.map(
      (
        theme,
        index,
      ) => html`<button type="button" class="button theme-${theme.color}" ?autofocus=${index === 0} @click=${() => choose(theme.id)}>
      <kbd>${theme.letter}</kbd> ${theme.name}</button>`,
    )}
    <button type="button" class="button button-quiet" ?autofocus=${!list.length} @click=${() => choose(UNTHEMED)}><kbd>0</kbd> ${_("Sans thème")}</button></div>`,
  );
}
