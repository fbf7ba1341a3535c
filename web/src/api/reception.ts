import type { Request } from "./client";
import type { Id } from "./types";

/** Discord's flags of members. */
export const MemberFlag = { onboarded: 2, excused: 4, onboarding: 8 } as const;

export interface HouseRules {
  version: string;
  description: string | null;
  form_fields: { field_type: "TERMS"; label: string; values: string[]; required: boolean }[];
}

export interface WelcomePlace {
  channel_id: Id;
  description: string;
  emoji_id: Id | null;
  emoji_name: string | null;
}

export interface WelcomeScreen {
  description: string | null;
  welcome_channels: WelcomePlace[];
}

export interface PromptOption {
  id?: Id;
  title: string;
  description: string | null;
  emoji: { id: Id | null; name: string | null; animated: boolean };
  role_ids: Id[];
  channel_ids: Id[];
}

export interface Prompt {
  id: Id;
  title: string;
  options: PromptOption[];
  single_select: boolean;
  required: boolean;
  in_onboarding: boolean;
  type: number;
}

export interface Onboarding {
  prompts: Prompt[];
  default_channel_ids: Id[];
  enabled: boolean;
  mode: number;
  responses: Id[];
}

export interface Vanity {
  code: string | null;
  uses: number;
}

export interface WidgetSettings {
  enabled: boolean;
  /** To which the widget invites. */
  channel_id: Id | null;
}

/** How a guild is found, entered and cleared out. */
export const makeReceptionApi = (request: Request) => ({
  pruneCount: (guild: Id, days: number, roles: Id[]) =>
    request<{ pruned: number }>("GET", `/guilds/${guild}/prune`, {
      query: { days, include_roles: roles.join(",") || undefined },
    }),
  prune: (guild: Id, days: number, roles: Id[], reason = "") =>
    request<{ pruned: number }>("POST", `/guilds/${guild}/prune`, {
      body: { days, include_roles: roles },
      reason,
    }),
  rules: (guild: Id) => request<HouseRules>("GET", `/guilds/${guild}/member-verification`),
  changeRules: (guild: Id, enabled: boolean, terms: string[]) =>
    request<HouseRules>("PATCH", `/guilds/${guild}/member-verification`, {
      body: {
        enabled,
        form_fields: [{ field_type: "TERMS", label: "Rules", values: terms, required: true }],
      },
    }),
  acceptRules: (guild: Id, version: string) =>
    request<void>("PUT", `/guilds/${guild}/requests/@me`, {
      body: { version, form_fields: [{ field_type: "TERMS", response: true }] },
    }),
  welcome: (guild: Id) => request<WelcomeScreen>("GET", `/guilds/${guild}/welcome-screen`),
  changeWelcome: (guild: Id, body: Partial<WelcomeScreen> & { enabled?: boolean }) =>
    request<WelcomeScreen>("PATCH", `/guilds/${guild}/welcome-screen`, { body }),
  onboarding: (guild: Id) => request<Onboarding>("GET", `/guilds/${guild}/onboarding`),
  changeOnboarding: (guild: Id, body: Partial<Omit<Onboarding, "responses">>) =>
    request<Onboarding>("PUT", `/guilds/${guild}/onboarding`, { body }),
  answer: (guild: Id, options: Id[]) =>
    request<void>("POST", `/guilds/${guild}/onboarding-responses`, {
      body: { onboarding_responses: options },
    }),
  widget: (guild: Id) => request<WidgetSettings>("GET", `/guilds/${guild}/widget`),
  changeWidget: (guild: Id, body: Partial<WidgetSettings>) =>
    request<WidgetSettings>("PATCH", `/guilds/${guild}/widget`, { body }),
  vanity: (guild: Id) => request<Vanity>("GET", `/guilds/${guild}/vanity-url`),
  changeVanity: (guild: Id, code: string | null) =>
    request<Vanity>("PATCH", `/guilds/${guild}/vanity-url`, { body: { code } }),
});
