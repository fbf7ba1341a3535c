// Hears every message and says so, one line each: the resume test compares them with what was written.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: `${process.env.PARLEY_URL}/api`, version: '10' },
});

client.on(Events.ClientReady, () => console.log('ready'));
client.on(Events.MessageCreate, (message) => console.log(`message ${message.content}`));
client.on(Events.ShardResume, (_shard, replayed) => console.log(`resumed ${replayed}`));
client.on(Events.Warn, (text) => console.log(`warning ${text}`));
client.on(Events.Error, (error) => console.log(`error ${error}`));
process.on('SIGTERM', () => client.destroy().then(() => process.exit(0)));

await client.login(process.env.BOT_TOKEN);
