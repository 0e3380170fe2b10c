/**
 * What moves around long lists: one observer of sizes and one ear for scrolling, for all of them.
 * Heights come from the observer, as reading them would lay the page out twice.
 */

/** @typedef {{element: HTMLElement|null, follow(): void, fit(): void, sized(card: HTMLElement, height: number): void}} Watched */

/** @type {Set<Watched>} */
const lists = new Set();
/** @type {WeakMap<Element, Watched>} */
const owners = new WeakMap();
/** @type {ResizeObserver|undefined} */
let sizes;

function begin() {
  // Scrolling does not bubble, whatever scrolls: it is heard on its way down.
  const follow = () => {
    for (const list of lists) {
      if (list.element?.isConnected) list.follow();
      else lists.delete(list);
    }
  };
  addEventListener("scroll", follow, { capture: true, passive: true });
  return new ResizeObserver((entries) => {
    const told = new Set();
    for (const { target, borderBoxSize } of entries)
      told.add(tell(/** @type {HTMLElement} */ (target), borderBoxSize[0].blockSize));
    // Cards that turn out smaller than supposed may leave a part of what is in sight empty.
    for (const list of told) list?.follow();
  });
}

/**
 * @param {HTMLElement} target
 * @param {number} height
 * @returns {Watched|undefined} the list that is concerned
 */
function tell(target, height) {
  const list = owners.get(target);
  if (target === list?.element) list.fit();
  else if (height) list?.sized(target, height);
  // What left the page is told to have no height.
  else if (!target.isConnected) letGo(target);
  return list;
}

/** @param {Element} target */
function letGo(target) {
  owners.delete(target);
  sizes?.unobserve(target);
}

/**
 * @param {Watched} list
 * @param {Element} element its own, or one of its cards'
 */
function watch(list, element) {
  sizes ??= begin();
  // A drawing names every card again: to observe each anew would have all of them told again.
  if (owners.get(element) === list) return;
  owners.set(element, list);
  sizes.observe(element);
}

/**
 * A card that came onto the page.
 * @param {Watched} list
 * @param {Element} card
 */
export function watchCard(list, card) {
  watch(list, card);
}

/**
 * A list that comes onto the page; it may not be there yet, as templates are filled before they are
 * put in. It is let go when something scrolls after it left.
 * @param {Watched} list
 * @param {Element} element
 */
export function watchList(list, element) {
  lists.add(list);
  watch(list, element);
}
