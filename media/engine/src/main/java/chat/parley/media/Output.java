package chat.parley.media;

import chat.parley.media.wire.Address;

/// What [Engine#poll] answers: something to send, something to know, or how long there is nothing to do.
public sealed interface Output permits Output.Transmit, Output.Event, Output.Timeout {
    /// A datagram. The object and its bytes are valid until the next `poll` and reused afterwards.
    final class Transmit implements Output {
        static final int BYTES = 2048;

        final byte[] bytes = new byte[BYTES];
        int length;
        Address destination;

        Transmit(Address destination) {
            this.destination = destination;
        }

        public byte[] bytes() {
            return bytes;
        }

        public int length() {
            return length;
        }

        public Address destination() {
            return destination;
        }
    }

    sealed interface Event extends Output {
        long participant();

        /// A connectivity check succeeded: the handshake may begin.
        record Reached(long participant) implements Event {}

        /// A message for the participant's DTLS handshake, which runs outside.
        record Handshake(long participant, byte[] message) implements Event {}

        /// The first packet of a track came. Told at the next tick.
        record Began(long participant, String mid) implements Event {}

        /// Somebody begins or ceases to speak into a microphone. Told at the next tick.
        record Speaking(long participant, String mid, boolean speaking) implements Event {}

        /// Who of the room's speakers has the floor now: the one to be shown large. At most twice a second, and never
        /// said of music.
        record Speaker(long participant, String mid) implements Event {}

        /// The largest layer of a track of this participant that anybody wants, -1 when nobody wants any.
        record Wanted(long participant, String mid, int layer) implements Event {}

        /// A video that the participant wants stops because its line does not carry it, or goes on again.
        ///
        /// @param ssrc of the subscription
        record Paused(long participant, int ssrc, boolean paused) implements Event {}

        /// Nobody has proved for 30 seconds that packets are wanted. The participant is already forgotten.
        record Lost(long participant) implements Event {}
    }

    /// Nothing until then: call [Engine#advance] at this time, or `handle` when a datagram comes before.
    record Timeout(long atNanos) implements Output {}
}
