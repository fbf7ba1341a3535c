/// From one event to all who may hear of it. [chat.parley.edge.discord.gateway.fanout.Fanout] keeps the order
/// and does what may block, on one thread; a [chat.parley.edge.discord.gateway.fanout.Loop] for each event loop
/// knows the sessions that live there and hands each its events.
@NullMarked
package chat.parley.edge.discord.gateway.fanout;

import org.jspecify.annotations.NullMarked;
