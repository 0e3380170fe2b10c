/** A phone's line: Socket.IO's words over one WebSocket, begun again whenever it is gone. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Line } from "../../facilitation/static/js/core/line.js";
import { LONGEST_REOPENING, OPENING } from "../../facilitation/static/js/core/timings.js";

/** @type {any[]} */
let sockets = [];

class FakeSocket {
  constructor(address) {
    this.address = address;
    this.sent = [];
    this.closed = false;
    sockets.push(this);
  }
  send(packet) {
    this.sent.push(packet);
  }
  close() {
    this.closed = true;
    /** @type {any} */ (this).onclose?.();
  }
  says(packet) {
    /** @type {any} */ (this).onmessage({ data: packet });
  }
}

/** A line that is open, and what was heard on it. */
function opened() {
  const heard = [];
  const ear = (name) => (content) => heard.push(content === undefined ? name : [name, content]);
  const names = ["connect", "disconnect", "connect_error", "ping", "changes"];
  const line = new Line(() => ({ code: "ABC" }), Object.fromEntries(names.map((name) => [name, ear(name)])), "ws://x/");
  line.open();
  sockets[0].says('0{"sid":"s","pingInterval":20000,"pingTimeout":15000}');
  sockets[0].says('40{"sid":"s"}');
  return { line, heard };
}

beforeEach(() => {
  sockets = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.WebSocket = /** @type {any} */ (FakeSocket);
});

test("it says who asks, answers a ping, and hears events", () => {
  const { heard } = opened();
  sockets[0].says("2");
  sockets[0].says('42["changes",{"now":1}]');
  assert.deepEqual(sockets[0].sent, ['40{"code":"ABC"}', "3"]);
  assert.deepEqual(heard, ["connect", "ping", ["changes", { now: 1 }]]);
});

test("silent for longer than the server promised, it is begun again; what the old one says is not heard", () => {
  const { heard } = opened();
  mock.timers.tick(34_999);
  assert.equal(sockets.length, 1);
  mock.timers.tick(1);
  assert.equal(sockets[0].closed, true);
  mock.timers.tick(LONGEST_REOPENING);
  assert.equal(sockets.length, 2);
  sockets[0].says('42["changes",{}]');
  assert.deepEqual(heard, ["connect", "disconnect"]);
});

test("a socket that never opens is given up in time, and tried again and again", () => {
  new Line(() => ({}), {}, "ws://x/").open();
  for (let tries = 2; tries < 8; tries += 1) {
    mock.timers.tick(OPENING);
    mock.timers.tick(LONGEST_REOPENING);
    assert.equal(sockets.length, tries);
  }
});

test("a refusal is told with its reason; whoever drops the line then asks no more", () => {
  const { line, heard } = opened();
  sockets[0].says('44{"message":"unknown_token"}');
  assert.deepEqual(heard.slice(1), ["disconnect", ["connect_error", { message: "unknown_token" }]]);
  line.drop();
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 1);
});

test("begun again at once, only the new one is listened to", () => {
  const { line, heard } = opened();
  line.open();
  assert.deepEqual([sockets.length, sockets[0].closed, heard.length], [2, true, 1]);
});
