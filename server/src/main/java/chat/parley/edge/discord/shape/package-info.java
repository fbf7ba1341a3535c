/// Records exactly as Discord writes them: the only mapping from our records to the wire, shared by `rest` and
/// `gateway`. A component that is
/// `null` is left out; one that Discord writes as `null` carries `@JsonInclude(ALWAYS)`.
@NullMarked
package chat.parley.edge.discord.shape;

import org.jspecify.annotations.NullMarked;
