package chat.parley.edge.discord.gateway.event;

import chat.parley.base.id.UserId;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An event's text for each kind of listener: the usual one; the author's, which repeats their nonce; and the
/// one without content, for bots that did not ask for content. Each is encoded at most once.
public final class Wording {
    private static final Dispatch NOTHING = Dispatch.of("", Map.of());

    private final Dispatch usual;
    private final @Nullable UserId author;
    private final @Nullable Dispatch toAuthor;
    private final @Nullable Supplier<Dispatch> blanked;
    /// Who reads the content in any case.
    private final Set<UserId> concerned;
    /// What each session hears in words of its own.
    private final @Nullable Function<Session, Dispatch> own;
    private volatile @Nullable Dispatch blank;

    private Wording(
            Dispatch usual,
            @Nullable UserId author,
            @Nullable Dispatch toAuthor,
            @Nullable Supplier<Dispatch> blanked,
            Set<UserId> concerned,
            @Nullable Function<Session, Dispatch> own) {
        this.usual = usual;
        this.author = author;
        this.toAuthor = toAuthor;
        this.blanked = blanked;
        this.concerned = concerned;
        this.own = own;
    }

    public static Wording same(Dispatch forAll) {
        return new Wording(forAll, null, null, null, Set.of(), null);
    }

    /// @param toAuthor absent when the author hears the same as the others
    /// @param concerned the author and those mentioned
    public static Wording message(
            Dispatch usual,
            UserId author,
            @Nullable Dispatch toAuthor,
            Supplier<Dispatch> blanked,
            Set<UserId> concerned) {
        return new Wording(usual, author, toAuthor, blanked, concerned, null);
    }

    /// One user hears it in other words.
    public static Wording twofold(Dispatch usual, UserId one, Dispatch toOne) {
        return new Wording(usual, one, toOne, null, Set.of(), null);
    }

    /// For few: each session hears it in words of its own.
    public static Wording own(Function<Session, Dispatch> make) {
        return new Wording(NOTHING, null, null, null, Set.of(), make);
    }

    public Dispatch to(Session session) {
        if (own != null) {
            return own.apply(session);
        }
        if (toAuthor != null && author != null && session.isOf(author)) {
            return toAuthor;
        }
        if (blanked == null || session.wants(Intents.MESSAGE_CONTENT)) {
            return usual;
        }
        return concerned.contains(session.caller().id()) ? usual : blank(blanked);
    }

    private Dispatch blank(Supplier<Dispatch> make) {
        var known = blank;
        if (known == null) {
            known = make.get();
            blank = known;
        }
        return known;
    }
}
