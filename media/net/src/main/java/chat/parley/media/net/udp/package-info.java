/// The UDP socket of one media loop. `NioSocket` runs everywhere.
@NullMarked
package chat.parley.media.net.udp;

import org.jspecify.annotations.NullMarked;
