export const check = {
  title: "Check the connection",
  text: "Tries each way by which calls can reach you, with a tone that only you get back. Nobody hears it.",
  failedText:
    "The call does not reach you. Each way is tried now, with a tone that only you get back, to find out why.",
  start: "Check now",
  again: "Check again",
  running: "Checking…",
  udp: "Directly (UDP)",
  tcp: "Directly (TCP)",
  relay: "Through the relay (TURN)",
  untried: "Not tried yet",
  works: "Works, {rtt} ms there and back",
  oneWay: "Connects, but no sound comes back",
  fails: "No way through",
  none: "This server has none",
  result: "What was found",
  seen: "The server sees you at {address}. It tells browsers to send to {told}.",
  wellTitle: "Calls reach you the best way",
  well: "If you still have trouble, check your microphone and loudspeakers in the voice settings.",
  slowTitle: "Calls reach you by TCP only",
  slow: "They work, but stutter when the line is busy. Something between you and the server lets no UDP through to port {port}. On your side: allow UDP to port {port} in your firewall, or try another network. If everybody has this, the server's administrator opens UDP port {port}.",
  relayedTitle: "Calls reach you through the relay only",
  relayed:
    "They work with some delay. Your network lets neither UDP nor TCP through to port {port}; allow it in your firewall, or stay with the relay.",
  onewayTitle: "Sound does not come back",
  oneway:
    "The connection stands, but packets are lost on the way, as by a VPN with too small packets. Turn the VPN off for a try, or set its MTU to 1280.",
  privateTitle: "The server tells a private address",
  private:
    "It sends calls to {told}, which exists only in its own network, and you come from elsewhere. The administrator sets media_addresses to the server's public address and forwards port {port}, UDP and TCP, to it.",
  hairpinTitle: "The router does not lead back inside",
  hairpin:
    "You are in the server's own network, and its public address {told} does not answer from within. The administrator turns on NAT loopback (hairpin) in the router, or adds the server's own address to media_addresses.",
  unreachableTitle: "The media port is not reached",
  unreachable:
    "Nothing answers at {told}, port {port}. The administrator checks the address in media_addresses, forwards the port (UDP and TCP) in the router and opens it in the firewall; parley doctor on the server tells which is missing. If others can talk, your own network blocks it: try another one.",
  noRelayTitle: "There is no relay",
  noRelay:
    "For networks that let nothing but web pages through, the administrator can add a TURN server: turn_urls and turn_secret.",
  relayFailsTitle: "The relay does not work",
  relayFails:
    "You do not need it, but others might. The administrator checks it with parley doctor on the server.",
  deadTitle: "One address does not answer",
  dead: "{told} is told to browsers but does not answer you. It may be meant for people elsewhere; if not, the administrator takes it out of media_addresses.",
  insecureTitle: "This page has no TLS",
  insecure:
    "Browsers give no microphone, camera or screen to {told}. The administrator sets tls_certificate and tls_key, or puts a proxy with TLS in front, and people open the address that begins with https.",
  downTitle: "The server serves no calls now",
  down: "It could not take its media port, or too many try at once. The administrator finds the reason in the log or with parley doctor.",
  blockedTitle: "This browser makes no connections",
  blocked: "WebRTC is turned off, by a setting or an extension. Allow it for this page.",
} as const;
