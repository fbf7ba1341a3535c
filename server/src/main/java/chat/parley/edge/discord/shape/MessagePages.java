package chat.parley.edge.discord.shape;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hot path. Pages of messages as bytes. A plain message reads the same for everybody, so its JSON is kept after it was
/// first read, together with the two things that it was made from; when either is another by now, it is written anew.
/// What depends on the reader (reactions, polls), on the hour (links of files) or on others (replies, threads,
/// mentions) is written for each page.
///
/// Measured with `./parley load history`: the newest 50 of a channel cost an eighth of the processor time that they
/// cost
/// when every page is written afresh.
public final class MessagePages {
    private static final byte[] NOT_YET = {};

    private final MessageShapes shapes;
    private final Users users;
    private final BoundedCache<MessageId, Written> kept = new BoundedCache<>(Limits.WRITTEN_MESSAGES_MAX);

    public MessagePages(MessageShapes shapes, Users users) {
        this.shapes = shapes;
        this.users = users;
    }

    private record Written(Message message, User author, byte[] json) {
        /// The same objects as long as they are in memory, so this seldom compares texts.
        boolean isOf(Message now, @Nullable User authorNow) {
            return message.equals(now) && author.equals(authorNow);
        }
    }

    /// A JSON array of Discord's message objects, in the order of the messages.
    public byte[] of(List<Quoted> messages, UserId reader) {
        if (shapes.blind(reader)) {
            return Json.bytes(shapes.all(messages, reader));
        }
        var authors = authors(messages);
        var parts = new ArrayList<byte[]>(messages.size());
        var missing = new ArrayList<Quoted>();
        for (var quoted : messages) {
            var found = plain(quoted) ? kept.find(quoted.message().id()) : null;
            boolean fresh = found != null
                    && found.isOf(quoted.message(), authors.get(found.message().author()));
            parts.add(found == null || !fresh ? NOT_YET : found.json());
            if (!fresh) {
                missing.add(quoted);
            }
        }
        if (!missing.isEmpty()) {
            write(parts, missing, authors, reader);
        }
        return joined(parts);
    }

    private void write(List<byte[]> parts, List<Quoted> missing, Map<UserId, User> authors, UserId reader) {
        var shown = shapes.all(missing, reader);
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).length > 0) {
                continue;
            }
            var json = Json.bytes(shown.get(next));
            parts.set(i, json);
            var quoted = missing.get(next++);
            var author = authors.get(quoted.message().author());
            if (author != null && plain(quoted)) {
                kept.keep(kept.stamp(), quoted.message().id(), new Written(quoted.message(), author, json));
            }
        }
    }

    private Map<UserId, User> authors(List<Quoted> messages) {
        var ids = new HashSet<UserId>();
        for (var quoted : messages) {
            ids.add(quoted.message().author());
        }
        return users.all(ids);
    }

    private static boolean plain(Quoted quoted) {
        var message = quoted.message();
        return quoted.answered() == null
                && message.replyTo() == null
                && message.reactions().isEmpty()
                && message.extras().equals(Extras.NONE)
                && message.mentions().users().isEmpty()
                && (message.flags() & Message.HAS_THREAD) == 0;
    }

    private static byte[] joined(List<byte[]> parts) {
        int length = 1 + Math.max(1, parts.size());
        for (var part : parts) {
            length += part.length;
        }
        var page = new byte[length];
        page[0] = '[';
        int at = 1;
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                page[at++] = ',';
            }
            var part = parts.get(i);
            System.arraycopy(part, 0, page, at, part.length);
            at += part.length;
        }
        page[at] = ']';
        return page;
    }
}
