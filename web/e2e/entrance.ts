import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:https";
import type { Socket } from "node:net";
import { makeCertificate } from "./certificate.ts";

/** A reverse proxy as docs/operating/reverse-proxy.md describes one: ends TLS, says so, and passes everything on. */
export async function openEntrance(target: number) {
  const { cert, key } = makeCertificate();
  const forward = (head: IncomingMessage) =>
    request({
      host: "127.0.0.1",
      port: target,
      method: head.method,
      path: head.url,
      headers: { ...head.headers, "x-forwarded-proto": "https" },
    });
  const proxy = createServer({ cert, key }, (asked, answer) => {
    const passed = forward(asked);
    passed.on("response", (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  proxy.on("upgrade", (asked, near: Socket, first: Buffer) => {
    const passed = forward(asked);
    passed.on("upgrade", (got, far, more) => {
      const headers = Object.entries(got.headers).map(([name, value]) => `${name}: ${value}`);
      near.write(["HTTP/1.1 101 Switching Protocols", ...headers, "", ""].join("\r\n"));
      near.write(more);
      far.write(first);
      near.pipe(far).pipe(near);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on("error", () => other.destroy());
        one.on("close", () => other.destroy());
      }
    });
    passed.on("response", () => near.destroy());
    passed.on("error", () => near.destroy());
    passed.end();
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as { port: number };
  const close = () => {
    proxy.closeAllConnections();
    proxy.close();
  };
  return { url: `https://localhost:${port}`, cert, close };
}

export type Entrance = Awaited<ReturnType<typeof openEntrance>>;
