/// Discord's gateway: the WebSocket by which clients hear what happens.
/// [chat.parley.edge.discord.gateway.Gateway] takes connections over from the HTTP server; below it stand the
/// protocol (`session`), the frames (`wire`), events in Discord's words (`event`) and their way to all who may
/// hear them (`fanout`). Nothing on an event loop blocks.
@NullMarked
package chat.parley.edge.discord.gateway;

import org.jspecify.annotations.NullMarked;
