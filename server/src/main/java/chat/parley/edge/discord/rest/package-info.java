/// Discord's HTTP API v10. `Routes` is the table of everything that can be called; an `…Endpoints` file a noun
/// translates between the wire and one verb of a feature. `rest.api` is the way there and back, and the only place
/// that knows Discord's error codes.
@NullMarked
package chat.parley.edge.discord.rest;

import org.jspecify.annotations.NullMarked;
