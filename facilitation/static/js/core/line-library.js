/** The library's socket behind the same few words as `line.js`, with its fallback to polling. */
import { io } from "../../vendor/socket.io.esm.min.js";
import { FIRST_PAUSE, LONGEST_REOPENING, OPENING } from "./timings.js";

export class LibraryLine {
  /**
   * @param {() => object} auth who asks, and what they hold
   * @param {Record<string, (content?: any) => void>} ears
   */
  constructor(auth, ears) {
    this.socket = io({
      transports: ["websocket", "polling"],
      autoConnect: false,
      timeout: OPENING,
      reconnectionDelay: FIRST_PAUSE,
      reconnectionDelayMax: LONGEST_REOPENING,
      randomizationFactor: 0.5,
      auth: (/** @type {(auth: object) => void} */ give) => give(auth()),
    });
    for (const [name, hear] of Object.entries(ears)) {
      if (name === "ping") this.socket.io.on("ping", hear);
      else this.socket.on(name, hear);
    }
  }

  /** Begin, or begin again, at once. */
  open() {
    this.socket.disconnect().connect();
  }

  /** Ask no more. */
  drop() {
    this.socket.disconnect();
  }
}
