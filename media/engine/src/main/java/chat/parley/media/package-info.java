/// The engine itself: participants, their tracks, who is subscribed to what, and the path of a packet from the
/// datagram that comes in to those that go out. Start at `Engine`; `Incoming` is the way in, `Outgoing` the way
/// out. One thread at a time owns it all.
@NullMarked
package chat.parley.media;

import org.jspecify.annotations.NullMarked;
