/// What the server does as the receiver of a participant's media: asks again for lost packets and for key
/// frames, keeps the last packets for those who lose them on their way, and tells the sender how its packets
/// arrive. One object a stream; times are given.
@NullMarked
package chat.parley.media.receive;

import org.jspecify.annotations.NullMarked;
