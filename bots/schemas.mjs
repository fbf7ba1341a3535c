// Writes JSON schemas of Discord's answers and events, made from the types of discord-api-types.
//   node schemas.mjs OUT.json TYPE...      every Gateway…Dispatch type comes along
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createGenerator } from 'ts-json-schema-generator';

const [out, ...answers] = process.argv.slice(2);
const types = createRequire(import.meta.url).resolve('discord-api-types/v10').replace(/\.js$/, '.d.ts');
const gateway = readFileSync(types.replace(/v10\.d\.ts$/, 'gateway/v10.d.ts'), 'utf8');
const events = [...gateway.matchAll(/export (?:interface|type) (Gateway\w+Dispatch)\b/g)].map((found) => found[1]);

const generator = createGenerator({
  path: types,
  skipTypeCheck: true,
  additionalProperties: true,
  jsDoc: 'none',
  expose: 'export',
  topRef: true,
});
const definitions = {};
const missing = [];
for (const type of [...answers, 'APIMessage', 'APIEmoji', ...events]) {
  try {
    Object.assign(definitions, generator.createSchema(type).definitions);
  } catch (error) {
    missing.push(`${type}: ${String(error.message).split('\n')[0]}`);
  }
}
const unknown = answers.filter((type) => !(type in definitions));
if (unknown.length > 0) {
  console.error(`No such types: ${unknown.join(', ')}\n${missing.join('\n')}`);
  process.exit(1);
}
// Flags are sums, which an enumeration of the single bits does not say.
for (const [name, schema] of Object.entries(definitions)) {
  if (name.endsWith('Flags') && schema.type === 'number') {
    definitions[name] = { type: 'integer' };
  }
}
// The generator stumbles over these two; they are messages with further fields.
for (const event of ['GatewayMessageCreateDispatch', 'GatewayMessageUpdateDispatch']) {
  definitions[event] ??= { type: 'object', properties: { d: { $ref: '#/definitions/APIMessage' } }, required: ['d'] };
}
// It makes objects without fields of what `NonNullable` and `Omit` pick.
const pick = (type, ...names) => ({ type: 'object', properties: definitions[type].properties, required: names });
definitions.APIApplicationEmoji &&= { allOf: [definitions.APIApplicationEmoji, pick('APIEmoji', 'id', 'name', 'user')] };
const own = definitions.APIApplicationEmoji?.allOf[0] ?? { properties: {} };
own.additionalProperties = true;
for (const name of ['animated', 'id', 'name', 'user']) {
  delete own.properties[name];
}
if (definitions.APIMessageSearchResult) {
  definitions.APIMessageSearchResult.properties.messages.items.items = { $ref: '#/definitions/APIMessage' };
}
// What a template says of a channel is picked from a union, of which it makes types that nothing fits.
const planned = definitions.RESTAPIGuildCreatePartialChannel;
if (planned) {
  const [numbers, texts] = [{ type: ['integer', 'null'] }, { type: ['string', 'null'] }];
  planned.additionalProperties = true;
  Object.assign(planned.properties, {
    type: { enum: [0, 2, 4, 15] },
    flags: { type: 'integer' },
    nsfw: { type: 'boolean' },
    position: numbers,
    topic: texts,
    bitrate: { type: 'integer' },
    user_limit: { type: 'integer' },
    rate_limit_per_user: { type: 'integer' },
    rtc_region: texts,
    video_quality_mode: numbers,
    default_auto_archive_duration: { enum: [null, 60, 1440, 4320, 10080] },
    default_forum_layout: numbers,
    default_sort_order: numbers,
    default_thread_rate_limit_per_user: numbers,
    default_reaction_emoji: { type: ['object', 'null'], properties: { emoji_id: texts, emoji_name: texts } },
  });
}
// Discord says `ok`, as its OpenAPI file tells and discord.js expects; the types promise a message.
definitions.RESTPostAPIWebhookWithTokenSlackWaitResult &&= { type: 'string' };
// Resuming has no data that anybody reads; Discord sends an object, which the types forbid.
definitions.GatewayResumedDispatch = { type: 'object' };
// `For most objects, the change keys may be any field on the changed object`, and ids in those of command permissions.
const change = definitions.APIAuditLogChange;
if (change?.anyOf) {
  const known = change.anyOf.flatMap((it) => definitions[it.$ref?.split('/').at(-1)]?.properties?.key?.const ?? []);
  change.anyOf.push({ type: 'object', properties: { key: { type: 'string', not: { enum: known } } }, required: ['key'] });
}
writeFileSync(out, JSON.stringify({ definitions }));
