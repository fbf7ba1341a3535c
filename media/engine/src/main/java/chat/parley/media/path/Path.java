package chat.parley.media.path;

import chat.parley.media.ice.IceLite;
import chat.parley.media.wire.Address;
import org.jspecify.annotations.Nullable;

/// How a participant is reached.
public sealed interface Path {
    /// Where packets go, or null as long as that is not known.
    @Nullable
    Address chosen();

    boolean knows(Address source);

    /// True when nothing has proved for too long that the participant is there.
    boolean lost(long nowNanos);

    /// A browser's: whatever proved the ICE password.
    record Checked(IceLite ice) implements Path {
        @Override
        public @Nullable Address chosen() {
            return ice.chosen();
        }

        @Override
        public boolean knows(Address source) {
            return ice.knows(source);
        }

        @Override
        public boolean lost(long nowNanos) {
            return nowNanos - ice.consentUntil() >= 0;
        }
    }

    /// A bot's: the address that it told over the voice gateway and that asked for itself here, or the one from
    /// which authentic packets come. How long it lives is up to its gateway connection.
    final class Direct implements Path {
        private final int ssrc;
        private @Nullable Address asked;
        private @Nullable Address told;
        private @Nullable Address proved;

        public Direct(int ssrc) {
            this.ssrc = ssrc;
        }

        public int ssrc() {
            return ssrc;
        }

        public void asked(Address source) {
            asked = source;
        }

        public void told(Address address) {
            told = address;
        }

        /// The address that was told and has asked, as long as none is proved; otherwise null.
        public @Nullable Address agreed() {
            return proved == null && told != null && told.equals(asked) ? told : null;
        }

        public void prove(Address source) {
            proved = source;
        }

        @Override
        public @Nullable Address chosen() {
            return proved;
        }

        @Override
        public boolean knows(Address source) {
            return source.equals(proved);
        }

        @Override
        public boolean lost(long nowNanos) {
            return false;
        }
    }
}
