/**
 * A phone's line to the server: Socket.IO's own words over one WebSocket, and nothing else of it, for
 * the library would be a fifth of the page. Where no WebSocket gets through, the room asks by HTTP.
 */
import { FIRST_PAUSE, LONGEST_REOPENING, OPENING } from "./timings.js";

/**
 * @typedef {object} Ears what is heard on a line, by name of the event; `connect`, `disconnect`,
 *   `connect_error` and `ping` are the line's own
 * @type {Record<string, (content?: any) => void>}
 */

export class Line {
  /**
   * @param {() => object} auth who asks, and what they hold
   * @param {Record<string, (content?: any) => void>} ears
   * @param {string} [address]
   */
  constructor(auth, ears, address = addressOf(globalThis.location)) {
    this.auth = auth;
    this.ears = ears;
    this.address = address;
    /** @type {WebSocket|null} */
    this.socket = null;
    this.tries = 0;
    this.patience = OPENING;
    /** @type {any} */
    this.timer = 0;
  }

  /** Begin, or begin again, at once. */
  open() {
    this.drop();
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.patience = OPENING;
    this.expect();
    const current = () => this.socket === socket;
    socket.onmessage = ({ data }) => current() && this.take(String(data));
    socket.onclose = () => current() && this.lost();
  }

  /** Whatever is open is no longer listened to. */
  drop() {
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** The server pings: silent for longer than it promised, it is gone. */
  expect() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lost(), this.patience);
  }

  /** Closed, refused or silent: told, and tried again after a pause. */
  lost() {
    this.drop();
    this.ears.disconnect?.();
    const longest = Math.min(LONGEST_REOPENING, FIRST_PAUSE * 2 ** this.tries);
    this.tries += 1;
    this.timer = setTimeout(() => this.open(), longest * (0.5 + Math.random() / 2));
  }

  /**
   * A packet of Engine.IO: opened, ping, or a message.
   * @param {string} packet
   */
  take(packet) {
    const [kind, rest] = [packet[0], packet.slice(1)];
    if (kind === "0") {
      const { pingInterval, pingTimeout } = JSON.parse(rest);
      this.patience = pingInterval + pingTimeout;
      this.socket?.send(`40${JSON.stringify(this.auth())}`);
    }
    this.expect();
    if (kind === "1") this.lost();
    if (kind === "2") {
      this.socket?.send("3");
      this.ears.ping?.();
    }
    if (kind === "4") this.hear(rest);
  }

  /**
   * A packet of Socket.IO: connected, disconnected, an event, or a refusal.
   * @param {string} packet
   */
  hear(packet) {
    const [kind, rest] = [packet[0], packet.slice(1)];
    if (kind === "0") {
      this.tries = 0;
      this.ears.connect?.();
    }
    if (kind === "1") this.lost();
    if (kind === "2") {
      const [name, content] = JSON.parse(rest);
      this.ears[name]?.(content);
    }
    if (kind === "4") {
      this.lost();
      this.ears.connect_error?.(JSON.parse(rest));
    }
  }
}

/** @param {Location} place */
function addressOf(place) {
  return `${place.protocol === "https:" ? "wss" : "ws"}://${place.host}/socket.io/?EIO=4&transport=websocket`;
}
