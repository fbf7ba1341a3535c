/// What every call passes before it reaches its endpoint, and how it is answered: prefix, token, rate limits, errors.
/// Knows the table of routes only as data; the table knows the endpoints.
@NullMarked
package chat.parley.edge.discord.rest.api;

import org.jspecify.annotations.NullMarked;
