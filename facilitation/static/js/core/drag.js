/**
 * Dragging cards between lists, over SortableJS. The library moves elements that the templates
 * own, so every move is put back before `onDrop` tells what was meant: the records then draw it.
 */
import Sortable from "../../vendor/sortable.esm.js";

/**
 * Make the cards of one list draggable to the other lists of the same group.
 * @param {HTMLElement} element
 * @param {{group: string, items: string, onStart?: (card: HTMLElement) => void,
 *   onDrop: (card: HTMLElement, to: HTMLElement) => void, onEnd?: () => void, sort?: boolean}} options
 * @returns {() => void} undo it
 */
export function draggable(element, { group, items, onStart, onDrop, onEnd, sort = false }) {
  /** @type {{parent: ParentNode|null, before: ChildNode|null}|null} */
  let home = null;
  const sortable = Sortable.create(element, {
    group,
    sort,
    draggable: items,
    filter: "button, input, textarea, select, a",
    preventOnFilter: false,
    delay: 150,
    delayOnTouchOnly: true,
    // Where the order is not the hand's, making room for a card would lay two lists out for nothing.
    animation: !sort || matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    ghostClass: "is-ghost",
    dragClass: "is-dragged",
    onStart: ({ item }) => {
      home = { parent: item.parentNode, before: item.nextSibling };
      onStart?.(item);
    },
    onEnd: ({ item, to, from }) => {
      home?.parent?.insertBefore(item, home.before);
      home = null;
      if (to !== from || sort) onDrop(item, to);
      onEnd?.();
    },
  });
  return () => sortable.destroy();
}

const kept = new WeakMap();

/** The same for a template's `ref`: the list stays draggable as long as it is on the page. */
export function dragList(options) {
  return (element) => {
    if (!element || kept.has(element)) return;
    kept.set(element, draggable(element, options));
  };
}
