package chat.parley.bot;

import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that somebody registered. Its bot account has the same id.
///
/// @param open whether others than the owner may install it
/// @param flags Discord's bits, of those in [Flags]
/// @param verifyKey what its own server checks our signatures with: 32 bytes of Ed25519
/// @param interactionsUrl where interactions are sent; absent means over the gateway
/// @param tokenShownAt when the bot's present token was made; absent as long as nobody has asked for one
public record Application(
        UserId id,
        UserId owner,
        About about,
        boolean open,
        int flags,
        HexKey verifyKey,
        @Nullable String interactionsUrl,
        Install install,
        @Nullable Instant tokenShownAt) {

    /// @param icon hash of the picture, absent means none
    public record About(
            String name,
            String description,
            @Nullable String icon,
            List<String> tags,
            @Nullable String termsUrl,
            @Nullable String privacyUrl) {}

    /// How it asks to be installed.
    ///
    /// @param url a page of its own instead of ours
    /// @param scopes empty when it says nothing
    public record Install(@Nullable String url, List<String> scopes, long permissions) {
        public static final Install UNSAID = new Install(null, List.of(), 0);
    }

    /// A public key as Discord writes it.
    public record HexKey(String text) {
        static HexKey of(byte[] bytes) {
            return new HexKey(HexFormat.of().formatHex(bytes));
        }
    }

    /// May a bot of this application ask for an intent? Each privileged one has two bits; either is enough.
    public static final class Flags {
        public static final int PRESENCES = 1 << 12 | 1 << 13;
        public static final int MEMBERS = 1 << 14 | 1 << 15;
        public static final int CONTENT = 1 << 18 | 1 << 19;
        /// What an owner sets.
        public static final int SETTABLE = PRESENCES | MEMBERS | CONTENT;

        private Flags() {}
    }

    public Application described(About other) {
        return new Application(id, owner, other, open, flags, verifyKey, interactionsUrl, install, tokenShownAt);
    }

    /// Who may use it and what its bot may ask for.
    public Application opened(boolean toAll, int settable) {
        int kept = (flags & ~Flags.SETTABLE) | (settable & Flags.SETTABLE);
        return new Application(id, owner, about, toAll, kept, verifyKey, interactionsUrl, install, tokenShownAt);
    }

    public Application reachedAt(@Nullable String url) {
        return new Application(id, owner, about, open, flags, verifyKey, url, install, tokenShownAt);
    }

    public Application installedBy(Install how) {
        return new Application(id, owner, about, open, flags, verifyKey, interactionsUrl, how, tokenShownAt);
    }
}
