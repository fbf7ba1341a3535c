package chat.parley.load.sfu.plain;

import chat.parley.media.srtp.MasterKey;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A program that sends what comes from one port of this machine to many others.
interface Forwarder extends Closeable {
    String name();

    /// From now on takes plain RTP from this port: a voice in section 0 and a screen in section 1.
    ///
    /// @return the port at which it does
    int hear(int port) throws IOException;

    /// From now on sends everything to this port too.
    ///
    /// @return the key that opens it, or null when it is not sealed
    @Nullable
    MasterKey tell(int port) throws IOException;

    ProcessHandle process();
}
