import { makeAuthApi, makeNodeApi, makeUsersApi } from "./account.ts";
import { makeChannelsApi, makeMessagesApi } from "./channels.ts";
import type { Request } from "./client.ts";
import { makeGuildsApi, makeInvitesApi, makeMembersApi } from "./guilds.ts";

export type Api = ReturnType<typeof makeApi>;

/** Every REST call of the client, by noun. Each rejects with ApiError. */
export const makeApi = (request: Request) => ({
  auth: makeAuthApi(request),
  users: makeUsersApi(request),
  node: makeNodeApi(request),
  guilds: makeGuildsApi(request),
  members: makeMembersApi(request),
  invites: makeInvitesApi(request),
  channels: makeChannelsApi(request),
  messages: makeMessagesApi(request),
});
