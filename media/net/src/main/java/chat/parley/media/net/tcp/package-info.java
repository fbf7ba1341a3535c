/// Datagrams inside TCP connections (RFC 4571), for people whose network lets no UDP through.
@NullMarked
package chat.parley.media.net.tcp;

import org.jspecify.annotations.NullMarked;
