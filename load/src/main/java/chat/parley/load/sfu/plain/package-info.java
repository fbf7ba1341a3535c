/// The way of a packet through a forwarding unit and nothing else: plain RTP goes in at one address, and what comes out
/// is sealed for each of many. Nobody shakes hands or proves an address here; such a door is part of these programs
/// only, never of a node. Ours, mediasoup's and a bare loop over the kernel's calls, which is the floor for both, take
/// turns.
@NullMarked
package chat.parley.load.sfu.plain;

import org.jspecify.annotations.NullMarked;
