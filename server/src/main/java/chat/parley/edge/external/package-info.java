/// Pictures elsewhere, through this server: `/cdn/external/…`.
@NullMarked
package chat.parley.edge.external;

import org.jspecify.annotations.NullMarked;
