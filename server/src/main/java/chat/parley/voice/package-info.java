/// Who is in which voice channel, and what they may do there. The state is what its events made it: every change is one
/// [VoiceEvent], made under the lock of its guild, so that a right that is taken away and the place that goes with it
/// change in one order. Kept in memory alone: after a restart clients join again. The gateway and REST call the verbs;
/// the voice gateway asks here who may come in. Nothing here knows of packets.
@NullMarked
package chat.parley.voice;

import org.jspecify.annotations.NullMarked;
