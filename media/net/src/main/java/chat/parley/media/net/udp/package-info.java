/// The UDP socket of one media loop. `LinuxSocket` calls the kernel directly, many datagrams at once and
/// without garbage; `NioSocket` runs everywhere. `UdpSockets` takes the better one that works here. `PortProgram` tells
/// the kernel which of several sockets at one port gets whose datagrams.
@NullMarked
package chat.parley.media.net.udp;

import org.jspecify.annotations.NullMarked;
