/**
 * The records a page holds, stream by stream, without any network: pure, so that it is tested alone.
 * Where two streams hold one record the personal one prevails.
 */

/** @typedef {{number: number, records: Record<string, Record<string, any>>}} Held */

export class Streams {
  constructor() {
    this.epoch = "";
    /** @type {Map<string, Held>} */
    this.held = new Map();
    /** Lists since the last change: a wall asks for thousands, many times a drawing. @type {Map<string, any[]>} */
    this.listed = new Map();
    /** @type {Held[]|null} */
    this.ordered = null;
  }

  /**
   * Take a snapshot: it replaces all that was held of its stream.
   * @param {any} message
   * @returns {[string, string][]} what changed
   */
  replace(message) {
    const [name, number] = Object.entries(message.streams)[0];
    if (message.epoch !== this.epoch) this.held.clear();
    this.epoch = message.epoch;
    const held = this.held.get(name);
    // An answer that changes overtook on the way would bring back what is no longer.
    if (held && Number(number) < held.number) return [];
    const before = held?.records ?? {};
    this.listed.clear();
    this.ordered = null;
    this.held.set(name, { number: Number(number), records: message.records });
    return [...keysOf(before), ...keysOf(message.records)];
  }

  /**
   * Take changes; null when some were missed and a snapshot is needed.
   * @param {any} message
   * @returns {[string, string][]|null}
   */
  change(message) {
    const [name, number] = Object.entries(message.streams)[0];
    const held = this.held.get(name);
    if (!held || message.epoch !== this.epoch) return null;
    if (Number(number) <= held.number) return [];
    // Numbers are places in the log: what begins at or before the place held leaves no gap.
    if (message.from > held.number) return null;
    for (const [collection, records] of Object.entries(message.records)) {
      this.listed.delete(collection);
      held.records[collection] ??= {};
      for (const [id, record] of Object.entries(records)) {
        if (record === null) delete held.records[collection][id];
        else held.records[collection][id] = record;
      }
    }
    held.number = Number(number);
    return keysOf(message.records);
  }

  /** @returns {Record<string, number>} the number held of each stream */
  numbers() {
    return Object.fromEntries([...this.held].map(([name, held]) => [name, held.number]));
  }

  /**
   * @param {string} collection
   * @returns {any[]} the records, in the order in which they arrived
   */
  all(collection) {
    const list = this.listed.get(collection) ?? this.merged(collection);
    this.listed.set(collection, list);
    return [...list];
  }

  /** @param {string} collection */
  merged(collection) {
    const held = this.inOrder().flatMap(({ records }) => records[collection] ?? []);
    // Most collections come by one stream; thousands of texts do, at each text that arrives.
    if (held.length < 2) return Object.values(held[0] ?? {});
    return [...new Map(held.flatMap((records) => Object.entries(records))).values()];
  }

  /**
   * @param {string} collection
   * @param {string|null|undefined} id
   * @returns {any} the record, or undefined
   */
  get(collection, id) {
    if (!id) return undefined;
    let found;
    for (const { records } of this.inOrder()) found = records[collection]?.[id] ?? found;
    return found;
  }

  /** @returns {Iterable<[string, Held]>} */
  known() {
    return this.held;
  }

  /** Shared streams first, personal ones last. @returns {Held[]} */
  inOrder() {
    this.ordered ??= [...this.known()]
      .sort(([one], [other]) => Number(one.startsWith("me:")) - Number(other.startsWith("me:")))
      .map(([, held]) => held);
    return this.ordered;
  }
}

/** @param {Record<string, Record<string, any>>} records @returns {[string, string][]} */
function keysOf(records) {
  return Object.entries(records).flatMap(([collection, kept]) =>
    Object.keys(kept).map((id) => /** @type {[string, string]} */ ([collection, id])),
  );
}
