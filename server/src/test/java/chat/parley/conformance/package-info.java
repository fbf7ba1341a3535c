/// Whether what the server says is what Discord's libraries read: every answer and every event against schemas that are
/// made from the types of discord-api-types. The result is `docs/protocol/conformance.md`.
@NullMarked
package chat.parley.conformance;

import org.jspecify.annotations.NullMarked;
