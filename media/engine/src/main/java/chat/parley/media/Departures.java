package chat.parley.media;

import chat.parley.media.wire.Address;

/// Takes the engine's datagrams as they are made, instead of [Engine#poll]. So they are written once, into the same few
/// lines of the processor's cache, and need no memory until somebody asks for them.
@FunctionalInterface
public interface Departures {
    /// Takes a copy; the bytes are used again for the next.
    void send(byte[] bytes, int length, Address destination);
}
