// Node Socket.IO as its manual shows it, answering what bench.compare asks: no database, no audiences.
const http = require("node:http");
const { Server } = require("socket.io");

const RECORDS = {
  tables: Object.fromEntries(Array.from({ length: 8 }, (_, n) => [String(n + 1), {}])),
  services: { ddt: {} },
  steps: { attentes: { allows: ["expectation"] } },
};
let people = 0;
let events = 0;

function read(request, then) {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => then(body ? JSON.parse(body) : {}));
}

function answer(response, status, content) {
  const body = JSON.stringify(content);
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

function message(text) {
  const id = `MSG-${++events}`;
  const record = { id, text, table: null, at: Date.now(), state: "live", v: events };
  return { epoch: "peer", streams: { all: events }, from: events - 1, records: { messages: { [id]: record } }, now: Date.now() };
}

function serve(request, response) {
  const path = request.url.split("/").pop();
  read(request, (body) => {
    if (path === "workshops") answer(response, 201, { code: "PEER01", facilitator_token: "lead", screen_token: "screen" });
    else if (path === "participants") answer(response, 201, { participant: `p${++people}`, token: `p${people}` });
    else if (path === "snapshot") answer(response, 200, { records: RECORDS });
    else {
      if (body.name === "message.send") io.to("all").emit("changes", message(body.payload.text));
      answer(response, 200, { ok: true, seq: events, result: {} });
    }
  });
}

const server = http.createServer(serve);
server.keepAliveTimeout = 0;
const io = new Server(server, { pingInterval: 20000, pingTimeout: 15000, perMessageDeflate: false });
io.on("connection", (socket) => {
  if (socket.handshake.auth.token !== "lead") socket.join("all");
  socket.emit("snapshot", { records: RECORDS });
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
  console.log(`TABLEE READY ${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` })}`);
});
