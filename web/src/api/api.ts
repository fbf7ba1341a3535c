import { makeAuthApi, makeNodeApi, makeUsersApi } from "./account";
import { makeApplicationsApi, makeBotsApi } from "./bots";
import { makeChannelsApi, makeMessagesApi } from "./channels";
import type { Request } from "./client";
import { makeExpressionsApi } from "./expressions";
import { makeGuildsApi, makeInvitesApi, makeMembersApi } from "./guilds";
import { makeModerationApi } from "./moderation";
import { makePeopleApi } from "./people";
import { makeReceptionApi } from "./reception";
import { makeScheduleApi } from "./schedule";
import { makeSearchApi } from "./search";
import { makeTemplatesApi } from "./templates";
import { makeAnnouncementsApi, makePollsApi, makeThreadsApi } from "./threads";
import { makeUploadsApi } from "./uploads";
import { makeVoiceApi } from "./voice";
import { makeOutgoingApi, makeWebhooksApi } from "./webhooks";

export type Api = ReturnType<typeof makeApi>;

/** Every REST call of the client, by noun. Each rejects with ApiError. */
export const makeApi = (request: Request) => ({
  auth: makeAuthApi(request),
  users: makeUsersApi(request),
  applications: makeApplicationsApi(request),
  bots: makeBotsApi(request),
  webhooks: makeWebhooksApi(request),
  outgoing: makeOutgoingApi(request),
  node: makeNodeApi(request),
  guilds: makeGuildsApi(request),
  members: makeMembersApi(request),
  invites: makeInvitesApi(request),
  channels: makeChannelsApi(request),
  messages: makeMessagesApi(request),
  uploads: makeUploadsApi(request),
  expressions: makeExpressionsApi(request),
  people: makePeopleApi(request),
  search: makeSearchApi(request),
  threads: makeThreadsApi(request),
  polls: makePollsApi(request),
  announcements: makeAnnouncementsApi(request),
  moderation: makeModerationApi(request),
  schedule: makeScheduleApi(request),
  reception: makeReceptionApi(request),
  templates: makeTemplatesApi(request),
  voice: makeVoiceApi(request),
});
