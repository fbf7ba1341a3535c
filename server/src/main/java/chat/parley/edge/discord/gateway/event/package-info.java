/// What happened, in Discord's words: each event of a feature becomes deliveries, that is, an encoded body and
/// who is to hear it. Called on the fan-out's one thread, which may look something up; never on an event loop.
@NullMarked
package chat.parley.edge.discord.gateway.event;

import org.jspecify.annotations.NullMarked;
