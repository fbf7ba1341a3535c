import { createPublicKey, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands before the 32 bytes of an Ed25519 key (RFC 8410). */
const KEY_HEAD = "302a300506032b6570032100";

interface Used {
  type: number;
  event?: { type: string };
  data: {
    name?: string;
    custom_id?: string;
    values?: string[];
    options?: { name: string; value: string; focused?: boolean }[];
    components?: { components?: { value?: string }[] }[];
    resolved?: { attachments?: Record<string, { filename: string }> };
  };
}

const TREES = ["Oak", "Olive", "Maple"];
const COMMANDS = [
  {
    name: "plant",
    description: "Plants a tree",
    options: [
      { type: 3, name: "tree", description: "Which one", required: true, autocomplete: true },
      { type: 4, name: "many", description: "How many", min_value: 1, max_value: 9 },
    ],
  },
  {
    name: "measure",
    description: "Reads a file",
    options: [{ type: 11, name: "plan", description: "A drawing", required: true }],
  },
  { name: "asleep", description: "Never answers" },
];

/** An application with a server of its own: it trusts only what Parley has signed, and answers by HTTP. */
export async function startApplication() {
  let publicKey = "";
  let gone = true;
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await whole(request);
    // A community's outgoing webhook, which another secret signs.
    if (request.url === "/community") return response.writeHead(gone ? 410 : 204).end();
    if (!genuine(publicKey, request, body)) return response.writeHead(401).end();
    const used = JSON.parse(body.toString()) as Used;
    if (request.url === "/events") {
      told.push(used.event?.type ?? "PING");
      return response.writeHead(204).end();
    }
    const answer = answerTo(used);
    // Nothing but 202 within three seconds: somebody waits in vain.
    if (!answer) return response.writeHead(202).end();
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Which events it was told, oldest first. */
    told,
    /** From now on it takes what communities tell it. */
    comeBack: () => {
      gone = false;
    },
    /** From now on it knows who is genuine. */
    trust: (key: string) => {
      publicKey = key;
    },
    /** Offers its commands, as a bot's program does when it starts. */
    register: async (api: string, application: string, token: string) => {
      const answered = await fetch(`${api}/applications/${application}/commands`, {
        method: "PUT",
        headers: { Authorization: `Bot ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(COMMANDS),
      });
      if (!answered.ok) throw new Error(await answered.text());
    },
    close: () => server.close(),
  };
}

function answerTo(used: Used): unknown {
  const option = (name: string) => used.data.options?.find((one) => one.name === name);
  switch (used.type) {
    case 1:
      return { type: 1 };
    case 4: {
      const typed = option("tree")?.value.toLowerCase() ?? "";
      const found = TREES.filter((tree) => tree.toLowerCase().startsWith(typed));
      return { type: 8, data: { choices: found.map((tree) => ({ name: tree, value: tree })) } };
    }
    case 2:
      return byCommand(used, option("tree")?.value);
    case 3:
      return byComponent(used);
    default: {
      const written = used.data.components?.[0]?.components?.[0]?.value ?? "";
      return { type: 4, data: { content: `The sign says ${written}.`, flags: 64 } };
    }
  }
}

function byCommand(used: Used, tree: string | undefined): unknown {
  if (used.data.name === "asleep") return undefined;
  if (used.data.name === "measure") {
    const file = Object.values(used.data.resolved?.attachments ?? {})[0];
    return { type: 4, data: { content: `I have read ${file?.filename}.` } };
  }
  const button = (style: number, label: string, custom_id: string) => ({ type: 2, style, label, custom_id });
  return {
    type: 4,
    data: {
      content: `You plant: ${tree}.`,
      components: [
        {
          type: 1,
          components: [
            button(1, "Water it", "water"),
            button(2, "Put up a sign", "sign"),
            { type: 2, style: 5, label: "About trees", url: "https://example.org/trees" },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: "season",
              placeholder: "Choose a season",
              options: ["Spring", "Autumn"].map((label) => ({ label, value: label })),
            },
          ],
        },
      ],
    },
  };
}

function byComponent(used: Used): unknown {
  if (used.data.custom_id === "sign") {
    const input = { type: 4, custom_id: "words", style: 1, label: "Words on the sign" };
    return {
      type: 9,
      data: { custom_id: "signed", title: "A sign", components: [{ type: 1, components: [input] }] },
    };
  }
  const content = used.data.values ? `It grows in ${used.data.values[0]}.` : "It is watered.";
  return { type: 4, data: { content, flags: used.data.values ? 0 : 64 } };
}

function genuine(publicKey: string, request: IncomingMessage, body: Buffer): boolean {
  const signature = String(request.headers["x-signature-ed25519"] ?? "");
  const timestamp = String(request.headers["x-signature-timestamp"] ?? "");
  const key = createPublicKey({ key: Buffer.from(KEY_HEAD + publicKey, "hex"), format: "der", type: "spki" });
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
