// A room on mediasoup. It obeys lines of JSON on its standard input and answers each with one line: `publish` and
// `attend` make a WebRTC transport for a client that shows a certificate, `leave` closes one; `hear` takes plain RTP from
// a port of this machine, and `tell` sends SRTP to one.
const { randomBytes } = require("node:crypto");
const readline = require("node:readline");
const mediasoup = require("mediasoup");

const HOST = "127.0.0.1";
const SUITE = "AEAD_AES_128_GCM";
const OPUS = { mimeType: "audio/opus", clockRate: 48000, channels: 2 };
const VP8 = { mimeType: "video/VP8", clockRate: 90000 };
const MID = { uri: "urn:ietf:params:rtp-hdrext:sdes:mid", id: 1 };
const LEVEL = { uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level", id: 4 };
const CONGESTION = { type: "transport-cc" };

const VOICE = {
  mid: "0",
  codecs: [{ ...OPUS, payloadType: 111, parameters: {}, rtcpFeedback: [CONGESTION] }],
  headerExtensions: [MID, LEVEL],
  encodings: [{ ssrc: 11 }],
  rtcp: { cname: "publisher" },
};
const SCREEN = {
  mid: "1",
  codecs: [
    {
      ...VP8,
      payloadType: 96,
      parameters: {},
      rtcpFeedback: [CONGESTION, { type: "nack" }, { type: "nack", parameter: "pli" }, { type: "ccm", parameter: "fir" }],
    },
    { mimeType: "video/rtx", payloadType: 97, clockRate: 90000, parameters: { apt: 96 }, rtcpFeedback: [] },
  ],
  headerExtensions: [MID],
  encodings: [{ ssrc: 22, rtx: { ssrc: 23 } }],
  rtcp: { cname: "publisher" },
};

async function open(port) {
  const worker = await mediasoup.createWorker({ logLevel: "error" });
  worker.on("died", () => process.exit(1));
  const router = await worker.createRouter({
    mediaCodecs: [
      { kind: "audio", ...OPUS, preferredPayloadType: 111 },
      { kind: "video", ...VP8, preferredPayloadType: 96 },
    ],
  });
  const webRtcServer = await worker.createWebRtcServer({ listenInfos: [{ protocol: "udp", ip: HOST, port }] });
  return { worker, router, webRtcServer, transports: new Map(), producers: [] };
}

async function join(room, fingerprint) {
  const transport = await room.router.createWebRtcTransport({ webRtcServer: room.webRtcServer, enableUdp: true });
  room.transports.set(transport.id, transport);
  await transport.connect({
    dtlsParameters: { role: "client", fingerprints: [{ algorithm: "sha-256", value: fingerprint }] },
  });
  return transport;
}

function invitation(transport) {
  const { usernameFragment, password } = transport.iceParameters;
  const { ip, port } = transport.iceCandidates[0];
  const shown = transport.dtlsParameters.fingerprints.find((it) => it.algorithm === "sha-256");
  return {
    id: transport.id,
    fragment: usernameFragment,
    password,
    fingerprint: shown.value.toUpperCase(),
    host: ip,
    port,
  };
}

const verbs = {
  async publish(room, { fingerprint }) {
    const transport = await join(room, fingerprint);
    room.producers.push(await transport.produce({ kind: "audio", rtpParameters: VOICE }));
    room.producers.push(await transport.produce({ kind: "video", rtpParameters: SCREEN }));
    return invitation(transport);
  },
  async attend(room, { fingerprint }) {
    const transport = await join(room, fingerprint);
    for (const { id } of room.producers) {
      await transport.consume({ producerId: id, rtpCapabilities: room.router.rtpCapabilities });
    }
    return invitation(transport);
  },
  async hear(room, { port }) {
    const transport = await room.router.createPlainTransport({ listenIp: HOST, rtcpMux: true });
    await transport.connect({ ip: HOST, port });
    room.producers.push(await transport.produce({ kind: "audio", rtpParameters: VOICE }));
    room.producers.push(await transport.produce({ kind: "video", rtpParameters: SCREEN }));
    return { port: transport.tuple.localPort };
  },
  async tell(room, { port }) {
    const transport = await room.router.createPlainTransport({
      listenIp: HOST,
      rtcpMux: true,
      enableSrtp: true,
      srtpCryptoSuite: SUITE,
    });
    // What the other side would seal with; it sends nothing.
    const theirs = { cryptoSuite: SUITE, keyBase64: randomBytes(28).toString("base64") };
    await transport.connect({ ip: HOST, port, srtpParameters: theirs });
    for (const { id } of room.producers) {
      await transport.consume({ producerId: id, rtpCapabilities: room.router.rtpCapabilities });
    }
    return { key: transport.srtpParameters.keyBase64 };
  },
  async leave(room, { id }) {
    room.transports.get(id)?.close();
    room.transports.delete(id);
    return {};
  },
};

async function run() {
  const room = await open(Number(process.argv[2]));
  console.log(JSON.stringify({ worker: room.worker.pid }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    const answer = await verbs[command.do](room, command).catch((error) => ({ error: String(error) }));
    console.log(JSON.stringify(answer));
  }
  room.worker.close();
}

run();
