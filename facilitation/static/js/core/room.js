/**
 * A page's room: the records of its streams, kept current by the socket, and what the link is like.
 * Recovery is the start-up path: whoever missed a number asks for the stream again.
 */
import { io } from "../../vendor/socket.io.esm.min.js";
import { Streams } from "./streams.js";

/** Doubt about a silent socket begins after this long without a word, in milliseconds. */
const DOUBT = 40_000;
const PATIENCE = 3_000;

/** @typedef {"online"|"waiting"|"offline"} Link */

export class Room {
  /** @param {any} boot */
  constructor(boot) {
    this.boot = boot;
    this.streams = new Streams();
    /** @type {any} */
    this.live = { present: 0, joined: 0, observers: 0, turnout: {} };
    /** @type {Link} */
    this.link = "waiting";
    this.offset = 0;
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {Map<string, number>} */
    this.seen = new Map();
    this.asked = false;
    this.heardAt = Date.now();
    /** @type {() => void} */
    this.settle = () => {};
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** @param {string} collection */
  all(collection) {
    return this.streams.all(collection);
  }

  /**
   * @param {string} collection
   * @param {string|null|undefined} id
   */
  get(collection, id) {
    return this.streams.get(collection, id);
  }

  /** Server time, in milliseconds. */
  now() {
    return Date.now() + this.offset;
  }

  /**
   * When a record last changed before the eyes of this page; 0 for what was there from the start.
   * @param {string} collection
   * @param {string} id
   */
  changed(collection, id) {
    return this.seen.get(`${collection}/${id}`) ?? 0;
  }

  /**
   * Be told of changes, once per frame at most.
   * @param {() => void} listener
   * @returns {() => void} stops it
   */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tell the listeners, once, at the next frame (or soon, when the page is hidden). */
  tell() {
    if (this.asked) return;
    this.asked = true;
    const run = () => {
      this.asked = false;
      for (const listener of this.listeners) listener();
    };
    if (document.hidden) setTimeout(run, 100);
    else requestAnimationFrame(run);
  }

  /** @param {any} message */
  heard(message) {
    this.heardAt = Date.now();
    if (message?.now) this.offset = message.now - Date.now();
  }

  /** @param {any} message */
  takeSnapshot(message) {
    this.heard(message);
    this.streams.replace(message);
    const expected = this.boot.streams ?? [];
    if (expected.every((/** @type {string} */ name) => this.streams.held.has(name))) this.settle();
    this.tell();
  }

  /** @param {any} message */
  takeChanges(message) {
    this.heard(message);
    const changed = this.streams.change(message);
    if (changed === null) {
      for (const name of Object.keys(message.streams)) this.ask(name);
      return;
    }
    for (const [collection, id] of changed) this.seen.set(`${collection}/${id}`, Date.now());
    this.tell();
  }

  /** @param {any} message */
  takeLive(message) {
    this.heard(message);
    this.live = { ...this.live, ...message };
    this.tell();
  }

  /**
   * Ask for a stream by HTTP, within a bounded time.
   * @param {string} name
   */
  async ask(name) {
    const { code, role } = this.boot;
    const address = `/api/workshops/${code}/snapshot?stream=${encodeURIComponent(name)}`;
    try {
      const answer = await fetch(address, {
        headers: { "X-Tablee-As": role },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) this.takeSnapshot(await answer.json());
    } catch {
      // The socket's own reconnection will ask again.
    }
  }
}

/**
 * Open a page's room and keep it current.
 * @param {any} boot
 * @returns {Room}
 */
export function openRoom(boot) {
  const room = new Room(boot);
  const socket = io({
    transports: ["websocket", "polling"],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    auth: (/** @type {(auth: object) => void} */ give) =>
      give({
        code: boot.code,
        as: boot.role,
        since: room.streams.numbers(),
        epoch: room.streams.epoch,
      }),
  });
  socket.on("snapshot", (/** @type {any} */ message) => room.takeSnapshot(message));
  socket.on("changes", (/** @type {any} */ message) => room.takeChanges(message));
  socket.on("live", (/** @type {any} */ message) => room.takeLive(message));
  socket.on("moved", () => location.reload());
  socket.on("connect", () => setLink(room, "online"));
  socket.on("disconnect", () => setLink(room, "waiting"));
  socket.on("connect_error", () => setLink(room, navigator.onLine ? "waiting" : "offline"));
  watch(room, socket);
  return room;
}

/**
 * @param {Room} room
 * @param {Link} link
 */
function setLink(room, link) {
  room.link = link;
  room.heardAt = Date.now();
  room.tell();
}

/**
 * A sleeping phone's socket dies without a word: on every wake, look and begin again.
 * @param {Room} room
 * @param {any} socket
 */
function watch(room, socket) {
  const wake = () => {
    if (document.hidden) return;
    for (const name of room.boot.streams ?? []) room.ask(name);
    if (Date.now() - room.heardAt > DOUBT || !socket.connected) socket.disconnect().connect();
  };
  document.addEventListener("visibilitychange", wake);
  // The first showing of a page is no wake: its socket is only just opening.
  addEventListener("pageshow", (event) => {
    if (event.persisted) wake();
  });
  addEventListener("online", wake);
  addEventListener("offline", () => setLink(room, "offline"));
}
