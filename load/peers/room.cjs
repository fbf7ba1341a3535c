// One room on the ws package, as a chat server on Node would begin: whatever somebody says, everybody hears.
const { WebSocketServer } = require("ws");

const room = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]), perMessageDeflate: false });
room.on("connection", (socket) => {
  socket.send("welcome");
  socket.on("message", (data) => {
    for (const other of room.clients) other.send(data, { binary: false });
  });
});
