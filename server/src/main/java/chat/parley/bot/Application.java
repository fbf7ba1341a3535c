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
public record Application(
        UserId id,
        UserId owner,
        About about,
        boolean open,
        int flags,
        HexKey verifyKey,
        Reach reach,
        Install install,
        Access access) {

    /// @param icon hash of the picture, absent means none
    public record About(
            String name,
            String description,
            @Nullable String icon,
            List<String> tags,
            @Nullable String termsUrl,
            @Nullable String privacyUrl) {}

    /// At which addresses of its own it is told what happens.
    ///
    /// @param interactions where interactions are sent; absent means over the gateway
    public record Reach(@Nullable String interactions, Events events) {

        public Reach interactionsAt(@Nullable String url) {
            return new Reach(url, events);
        }

        public Reach eventsAt(Events other) {
            return new Reach(interactions, other);
        }
    }

    /// What it is told about itself.
    ///
    /// @param status one of [#OFF], [#ON] and [#GIVEN_UP]
    /// @param types names of events
    public record Events(@Nullable String url, int status, List<String> types) {
        public static final int OFF = 1;
        public static final int ON = 2;
        /// Nobody took what was told.
        public static final int GIVEN_UP = 3;

        public boolean wants(String type) {
            return url != null && status == ON && types.contains(type);
        }
    }

    /// How it asks to be installed.
    ///
    /// @param url a page of its own instead of ours
    /// @param scopes empty when it says nothing
    /// @param inGuilds whether guilds may have it
    /// @param byPeople whether people may have it for themselves, wherever they are
    public record Install(
            @Nullable String url, List<String> scopes, long permissions, boolean inGuilds, boolean byPeople) {

        public Install asking(@Nullable String page, List<String> some, long bits) {
            return new Install(page, some, bits, inGuilds, byPeople);
        }

        public Install at(boolean guilds, boolean people) {
            return new Install(url, scopes, permissions, guilds, people);
        }
    }

    /// How its programs prove themselves.
    ///
    /// @param tokenShownAt when the bot's present token was made; absent as long as nobody has asked for one
    /// @param secretShownAt the same of the secret with which it fetches people's tokens
    /// @param redirects the addresses to which people come back, exactly
    /// @param keyless it cannot keep a secret, so a proof key stands for it
    public record Access(
            @Nullable Instant tokenShownAt, @Nullable Instant secretShownAt, List<String> redirects, boolean keyless) {}

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
        return new Application(id, owner, other, open, flags, verifyKey, reach, install, access);
    }

    /// Who may use it and what its bot may ask for.
    public Application opened(boolean toAll, int settable) {
        int kept = (flags & ~Flags.SETTABLE) | (settable & Flags.SETTABLE);
        return new Application(id, owner, about, toAll, kept, verifyKey, reach, install, access);
    }

    public Application reached(Reach other) {
        return new Application(id, owner, about, open, flags, verifyKey, other, install, access);
    }

    public Application installedBy(Install how) {
        return new Application(id, owner, about, open, flags, verifyKey, reach, how, access);
    }

    public Application comingBackTo(List<String> redirects, boolean keyless) {
        var other = new Access(access.tokenShownAt(), access.secretShownAt(), redirects, keyless);
        return new Application(id, owner, about, open, flags, verifyKey, reach, install, other);
    }

    public @Nullable String interactionsUrl() {
        return reach.interactions();
    }
}
