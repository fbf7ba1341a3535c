/// What a client and the server owe each other by the gateway's protocol, without any I/O: frames, ticks and
/// events go in, messages and close codes come out. Nothing here blocks, reads a clock or knows a socket's
/// ways, so that every rule is tested in one thread.
@NullMarked
package chat.parley.edge.discord.gateway.session;

import org.jspecify.annotations.NullMarked;
