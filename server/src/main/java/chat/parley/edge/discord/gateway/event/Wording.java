package chat.parley.edge.discord.gateway.event;

import chat.parley.base.id.UserId;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An event's text for each kind of listener: the usual one; the author's, which repeats their nonce; and the
/// one without content, for bots that did not ask for content. Each is encoded at most once.
public final class Wording {
    private final Dispatch usual;
    private final @Nullable UserId author;
    private final @Nullable Dispatch toAuthor;
    private final @Nullable Supplier<Dispatch> blanked;
    /// Who reads the content in any case.
    private final Set<UserId> concerned;
    private volatile @Nullable Dispatch blank;

    private Wording(
            Dispatch usual,
            @Nullable UserId author,
            @Nullable Dispatch toAuthor,
            @Nullable Supplier<Dispatch> blanked,
            Set<UserId> concerned) {
        this.usual = usual;
        this.author = author;
        this.toAuthor = toAuthor;
        this.blanked = blanked;
        this.concerned = concerned;
    }

    public static Wording same(Dispatch forAll) {
        return new Wording(forAll, null, null, null, Set.of());
    }

    /// @param toAuthor absent when the author hears the same as the others
    /// @param concerned the author and those mentioned
    public static Wording message(
            Dispatch usual,
            UserId author,
            @Nullable Dispatch toAuthor,
            Supplier<Dispatch> blanked,
            Set<UserId> concerned) {
        return new Wording(usual, author, toAuthor, blanked, concerned);
    }

    /// One user hears it in other words.
    public static Wording twofold(Dispatch usual, UserId one, Dispatch toOne) {
        return new Wording(usual, one, toOne, null, Set.of());
    }

    public Dispatch to(Session session) {
        var self = session.caller().id();
        if (toAuthor != null && self.equals(author)) {
            return toAuthor;
        }
        boolean reads = session.intents().include(Intents.MESSAGE_CONTENT) || concerned.contains(self);
        return reads || blanked == null ? usual : blank(blanked);
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
