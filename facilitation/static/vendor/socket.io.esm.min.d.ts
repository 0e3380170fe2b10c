// Ours: types of the vendored file for the checker; browsers never ask for it.
export { io, Manager, Socket } from "socket.io-client";
