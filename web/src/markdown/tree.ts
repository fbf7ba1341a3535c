/** What a message's text means. There is no node for raw HTML: text can only ever become text. */
export type Inline =
  | { is: "text"; text: string }
  | { is: "break" }
  | { is: "strong" | "em" | "underline" | "strike" | "spoiler"; children: Inline[] }
  | { is: "code"; text: string }
  | { is: "link"; href: string; children: Inline[]; masked: boolean }
  | { is: "user" | "role" | "channel"; id: string }
  | { is: "everyone"; text: "@everyone" | "@here" }
  | { is: "emoji"; name: string; id: string; animated: boolean }
  | { is: "time"; seconds: number; style: string };

export type Block =
  | { is: "paragraph"; children: Inline[] }
  | { is: "heading"; level: 1 | 2 | 3; children: Inline[] }
  | { is: "subtext"; children: Inline[] }
  | { is: "quote"; blocks: Block[] }
  | { is: "list"; ordered: boolean; start: number; items: Block[][] }
  | { is: "fence"; language: string; text: string };
