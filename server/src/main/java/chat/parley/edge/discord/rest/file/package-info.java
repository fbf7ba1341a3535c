/// Files over HTTP, apart from those that come inside of a message: uploads in pieces, and addresses given anew. Files
/// are read at `edge/cdn`.
@NullMarked
package chat.parley.edge.discord.rest.file;

import org.jspecify.annotations.NullMarked;
