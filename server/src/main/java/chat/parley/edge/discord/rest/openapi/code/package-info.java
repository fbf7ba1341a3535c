/// What routes take and give, read from the compiled methods behind them. A field of a body is described
/// because a method asks for it, with the bounds that it asks with, so the description cannot drift from the
/// code; it is read once, when somebody first asks for the document. Nothing here runs a handler.
@NullMarked
package chat.parley.edge.discord.rest.openapi.code;

import org.jspecify.annotations.NullMarked;
