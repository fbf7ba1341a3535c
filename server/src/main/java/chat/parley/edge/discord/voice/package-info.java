/// The voice gateway: Discord's for what it has words for, and opcodes from 100 for browsers, whose session
/// descriptions the server offers. See `docs/protocol/voice.md`. One WebSocket is one [VoiceClient]; what it
/// asks is done in order, beside the event loop, because a room may make it wait.
@NullMarked
package chat.parley.edge.discord.voice;

import org.jspecify.annotations.NullMarked;
