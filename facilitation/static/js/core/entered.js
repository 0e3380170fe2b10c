/**
 * How somebody came in from this phone: a server that went back in time makes the same person of the
 * same key, service and table. In the life in which they came in, a second coming is somebody new.
 */

/** @typedef {{epoch: string, fields: Record<string, string>}} Entered */

/** @param {string} code */
const placeOf = (code) => `tablee.entered.${code}`;

/**
 * @param {string} code
 * @param {Entered} entered
 */
export function rememberEntry(code, entered) {
  try {
    localStorage.setItem(placeOf(code), JSON.stringify(entered));
  } catch {
    // Without storage whoever lost their place comes in as somebody new.
  }
}

/**
 * @param {string} code
 * @returns {Entered|null}
 */
function entered(code) {
  try {
    return JSON.parse(localStorage.getItem(placeOf(code)) ?? "null");
  } catch {
    return null;
  }
}

/**
 * What the form of another life is filled with; null in the same one.
 * @param {string} code
 * @param {string} epoch
 */
export function entryOfBefore(code, epoch) {
  const found = entered(code);
  return found && epoch && found.epoch !== epoch ? found.fields : null;
}

/**
 * The server knows this person in this life.
 * @param {string} code
 * @param {string} epoch
 */
export function knownIn(code, epoch) {
  const found = entered(code);
  if (found && epoch && found.epoch !== epoch) rememberEntry(code, { ...found, epoch });
}
