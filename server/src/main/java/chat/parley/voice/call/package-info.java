/// Calls in conversations of two and in groups: a call begins with the first who joins, rings the others, and ends with
/// the last who leaves. Who is in it is told by [chat.parley.voice.VoiceStates], as in every voice channel.
@NullMarked
package chat.parley.voice.call;

import org.jspecify.annotations.NullMarked;
