package chat.parley.edge.discord.shape;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.file.FileShapes;
import chat.parley.file.FileLinks;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import chat.parley.message.poll.Polls;
import chat.parley.message.poll.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/// Writes messages as Discord does, with the names of those who wrote them and of those whom they mention.
public final class MessageShapes {
    private final Users users;
    private final FileShapes files;
    private final Polls polls;
    private final Function<Collection<Message>, Map<MessageId, ?>> threads;
    private final Predicate<UserId> blind;

    /// @param links where files are found
    /// @param threads the threads that were started from some messages, as they are written
    /// @param blind which bots may not read what others say to others; asked of bots only
    public MessageShapes(
            Users users,
            FileLinks links,
            Polls polls,
            Function<Collection<Message>, Map<MessageId, ?>> threads,
            Predicate<UserId> blind) {
        this.users = users;
        this.files = new FileShapes(links);
        this.polls = polls;
        this.threads = threads;
        this.blind = blind;
    }

    public FileShapes files() {
        return files;
    }

    /// What must be looked up for messages, looked up for all of them at once.
    private record Found(Map<UserId, User> people, Map<MessageId, Tally> tallies, Map<MessageId, ?> threads) {}

    /// What differs from reader to reader and from place to place.
    ///
    /// @param reader whose own reactions are marked
    /// @param nonce whether to write it, for the author's own eyes
    /// @param guild only in events, as `member`
    /// @param channelType only in events of conversations
    /// @param whole also to bots that may not read what others say
    /// @param inner it is quoted by another and quotes no further
    public record Context(
            @Nullable UserId reader,
            boolean nonce,
            @Nullable GuildId guild,
            @Nullable MemberShape member,
            @Nullable Integer channelType,
            boolean whole,
            boolean inner) {
        /// In an answer.
        public static Context to(UserId reader) {
            return new Context(reader, false, null, null, null, false, false);
        }

        /// In an answer to who has just sent it.
        public static Context toAuthor(UserId author) {
            return new Context(author, true, null, null, null, true, false);
        }

        /// To a bot, with what somebody does to it.
        public static Context used(UserId application) {
            return new Context(application, false, null, null, null, true, false);
        }

        /// In an event, the same for everybody but the author.
        public static Context event(GuildId guild, @Nullable MemberShape member, boolean nonce) {
            return new Context(null, nonce, guild, member, null, true, false);
        }

        /// In an event of a conversation.
        public static Context privately(int channelType, boolean nonce) {
            return new Context(null, nonce, null, null, channelType, true, false);
        }

        private Context within() {
            return new Context(reader, false, null, null, null, true, true);
        }
    }

    public List<MessageShape> all(List<Quoted> messages, UserId reader) {
        var told = blind(reader)
                ? messages.stream().map(it -> readable(it, reader)).toList()
                : messages;
        var found = found(told, reader);
        var context = Context.to(reader);
        return told.stream().map(it -> of(it, context, found)).toList();
    }

    public MessageShape of(Quoted quoted, Context context) {
        var reader = context.reader();
        var told = reader == null || context.whole() || !blind(reader) ? quoted : readable(quoted, reader);
        return of(told, context, found(List.of(told), reader));
    }

    /// Whether somebody reads only what concerns them, as a bot does without the privileged intent MESSAGE_CONTENT.
    public boolean blind(UserId reader) {
        return users.find(reader).filter(it -> it.kind() == User.Kind.BOT).isPresent() && blind.test(reader);
    }

    private static Quoted readable(Quoted quoted, UserId reader) {
        return quoted.concerns(reader) ? quoted : quoted.blanked();
    }

    /// Most messages have neither a poll nor a thread, and nothing is looked up for those.
    private Found found(List<Quoted> messages, @Nullable UserId reader) {
        var asking = new ArrayList<Message>();
        var leading = new ArrayList<Message>();
        for (var quoted : messages) {
            note(quoted.message(), asking, leading);
            if (quoted.answered() != null) {
                note(quoted.answered(), asking, leading);
            }
        }
        return new Found(
                people(messages),
                asking.isEmpty() ? Map.of() : polls.tallies(asking, reader),
                leading.isEmpty() ? Map.of() : threads.apply(leading));
    }

    private static void note(Message message, List<Message> asking, List<Message> leading) {
        if (message.extras().poll() != null) {
            asking.add(message);
        }
        if ((message.flags() & Message.HAS_THREAD) != 0) {
            leading.add(message);
        }
    }

    private Map<UserId, User> people(List<Quoted> messages) {
        var ids = new HashSet<UserId>();
        for (var quoted : messages) {
            note(quoted.message(), ids);
            if (quoted.answered() != null) {
                note(quoted.answered(), ids);
            }
        }
        return users.all(ids);
    }

    private static void note(Message message, Set<UserId> ids) {
        ids.add(message.author());
        ids.addAll(message.mentions().users());
        RichShapes.note(message.extras(), ids);
    }

    private MessageShape of(Quoted quoted, Context context, Found found) {
        var message = quoted.message();
        var people = found.people();
        var shown = files.of(message.extras(), message.channel());
        return new MessageShape(
                message.id(),
                message.channel(),
                message.kind(),
                message.content(),
                author(message, people),
                mentions(message, people),
                message.mentions().roles(),
                message.mentions().everyone(),
                shown.files(),
                shown.embeds().list(),
                shown.components().list(),
                message.id().time(),
                message.editedAt(),
                false,
                message.pinned(),
                message.flags(),
                reactions(message, context.reader()),
                reference(message),
                referenced(quoted, context, found),
                context.nonce() ? message.nonce() : null,
                context.guild(),
                context.member(),
                context.channelType(),
                RichShapes.of(
                        message,
                        files,
                        it -> UserShape.of(person(it, people)),
                        found.tallies().get(message.id()),
                        found.threads().get(message.id())));
    }

    /// A webhook shows itself as it was when it wrote.
    private static UserShape author(Message message, Map<UserId, User> people) {
        var persona = message.extras().persona();
        return persona == null ? UserShape.of(person(message.author(), people)) : UserShape.of(persona);
    }

    private static List<UserShape> mentions(Message message, Map<UserId, User> people) {
        return message.mentions().users().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(UserShape::of)
                .toList();
    }

    private static @Nullable List<ReactionShape> reactions(Message message, @Nullable UserId reader) {
        return message.reactions().isEmpty()
                ? null
                : message.reactions().stream()
                        .map(it -> ReactionShape.of(it, reader))
                        .toList();
    }

    private static @Nullable ReferenceShape reference(Message message) {
        var origin = message.extras().origin();
        if (origin != null) {
            return new ReferenceShape(origin.type(), origin.channel(), origin.message(), origin.guild());
        }
        return message.replyTo() == null
                ? null
                : new ReferenceShape(
                        0, message.channel(), message.replyTo(), message.isPrivate() ? null : message.guild());
    }

    private @Nullable Object referenced(Quoted quoted, Context context, Found found) {
        int kind = quoted.message().kind();
        if ((kind != Message.REPLY && kind != Message.STARTER) || context.inner()) {
            return null;
        }
        return quoted.answered() == null
                ? NullNode.getInstance()
                : of(new Quoted(quoted.answered(), null), context.within(), found);
    }

    private static User person(UserId id, Map<UserId, User> people) {
        var known = people.get(id);
        return known != null
                ? known
                : new User(id, "deleted-user", null, null, null, null, User.Kind.DELETED, id.time());
    }
}
