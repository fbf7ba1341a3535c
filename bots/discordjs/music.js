// A music bot, written for Discord with discord.js 14 and @discordjs/voice. It plays one file over and over and can listen.
// Nothing in it knows Parley but the address. "!join ID", "!listen ID" and "!leave" are its commands.
import crypto from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Client, Events, GatewayIntentBits } from 'discord.js';

// The library takes the first mode of the server's that Node can do; this makes it take the second.
if (process.env.WITHOUT_GCM) crypto.getCiphers = () => [];
const { AudioPlayerStatus, createAudioPlayer, createAudioResource, entersState, joinVoiceChannel, StreamType, VoiceConnectionDisconnectReason, VoiceConnectionStatus } =
  await import('@discordjs/voice');

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildVoiceStates, GatewayIntentBits.MessageContent],
  rest: { api: `${process.env.PARLEY_URL}/api`, version: '10', cdn: `${process.env.PARLEY_URL}/cdn` },
});
const player = createAudioPlayer();
let connection;
let place;

function play() {
  player.play(createAudioResource(createReadStream(process.env.MUSIC), { inputType: StreamType.OggOpus }));
}

function join(guild, channelId) {
  const before = connection;
  place = { guildId: guild.id, channelId };
  connection = joinVoiceChannel({ ...place, adapterCreator: guild.voiceAdapterCreator, selfDeaf: false, debug: true });
  if (connection === before) return;
  connection.on('debug', trace);
  connection.on('stateChange', (before, now) => console.log(`voice ${before.status} -> ${now.status}`));
  connection.on('error', (error) => console.log(`ERROR ${error.stack}`));
  connection.on(VoiceConnectionStatus.Disconnected, returnOrLeave);
  connection.subscribe(player);
  play();
}

/** What the library's guide advises: moved to another channel, it connects again; put out, it goes. */
async function returnOrLeave(_, now) {
  if (now.reason !== VoiceConnectionDisconnectReason.WebSocketClose) return;
  const gone = connection;
  try {
    await Promise.race([
      entersState(gone, VoiceConnectionStatus.Signalling, 2_000),
      entersState(gone, VoiceConnectionStatus.Connecting, 2_000),
    ]);
  } catch {
    place = undefined;
    gone.destroy();
  }
}

function listen(userId) {
  const stream = connection.receiver.subscribe(userId);
  stream.on('data', (packet) => console.log(`heard ${packet.toString('hex')}`));
  stream.on('error', (error) => console.log(`ERROR ${error.stack}`));
  console.log('listening');
}

/** Of the library's own log: which mode it chose, and when it went on with an old session. */
function trace(line) {
  const mode = /"mode":"(\w+)"/.exec(line);
  if (mode) console.log(`mode ${mode[1]}`);
  if (line.includes('<< {') && /"op":9\b/.test(line)) console.log('resumed');
  if (line.includes('<< {') && /"op":2\b/.test(line)) console.log('identified');
}

client.on(Events.MessageCreate, (message) => {
  const [command, id] = message.content.split(' ');
  if (command === '!join') join(message.guild, id);
  if (command === '!listen') listen(id);
  if (command === '!leave') {
    place = undefined;
    connection.destroy();
  }
});

player.on(AudioPlayerStatus.Idle, play);
player.on('error', (error) => console.log(`ERROR ${error.stack}`));
client.on(Events.Warn, (text) => console.log(`WARN ${text}`));
client.on(Events.Error, (error) => console.log(`ERROR ${error.stack}`));
// After a new session of the gateway nobody knows of the old place.
client.on(Events.ShardReady, () => place && join(client.guilds.cache.get(place.guildId), place.channelId));
client.on(Events.ShardResume, () => console.log('gateway resumed'));
process.on('warning', (warning) => console.log(`WARN ${warning.stack}`));
process.on('unhandledRejection', (error) => console.log(`ERROR ${error.stack}`));
process.on('SIGTERM', () => client.destroy().then(() => process.exit(0)));

client.once(Events.ClientReady, () => console.log('ready'));
await client.login(process.env.BOT_TOKEN);
