package chat.parley.edge.discord.shape.page;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.shape.MessageShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Hot path. Pages of messages as bytes. A plain message ([PlainJson]) reads the same for everybody, so its
/// JSON is kept after it was first read, together with the two things that it was made from; when either is
/// another by now, it is written anew. Any other is written for each page.
///
/// Measured with `./parley load history`: the newest 50 of a channel cost an eighth of the processor time that they
/// cost when every page is written afresh.
public final class MessagePages {
    private static final byte[] NOT_YET = {};
    private static final int WRITTEN_BYTES = 800;
    /// With more of them, to look each up costs as much as the page.
    private static final int AUTHORS_MAX = 20;

    private final MessageShapes shapes;
    private final Users users;
    private final BoundedCache<MessageId, Written> kept;
    private final BoundedCache<Extent, Page> pages = new BoundedCache<>(Limits.WRITTEN_PAGES_MAX);

    /// @param keptBytes about as much memory as what is kept may take
    public MessagePages(MessageShapes shapes, Users users, long keptBytes) {
        this.shapes = shapes;
        this.users = users;
        this.kept = new BoundedCache<>(Math.max(Limits.WRITTEN_MESSAGES_MIN, (int) (keptBytes / WRITTEN_BYTES)));
    }

    /// Where a page begins and how long it is.
    private record Extent(MessageId first, int size) {}

    /// A page of plain messages that was asked for again.
    private record Page(List<Message> messages, List<User> authors, byte[] json) {
        /// Compared as objects, which are the same as long as memory has them: to compare fifty texts costs as much as
        /// the page.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(List<Quoted> now, Users users) {
            for (int i = 0; i < messages.size(); i++) {
                if (now.get(i).message() != messages.get(i)) {
                    return false;
                }
            }
            for (var author : authors) {
                if (users.find(author.id()).orElse(null) != author) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Written(Message message, User author, byte[] json) {
        /// The same objects as long as they are in memory, so this seldom compares texts.
        boolean isOf(Message now, User authorNow) {
            return message.equals(now) && author.equals(authorNow);
        }
    }

    /// A JSON array of Discord's message objects, in the order of the messages.
    public byte[] of(List<Quoted> messages, UserId reader) {
        if (messages.isEmpty() || shapes.blind(reader)) {
            return Json.bytes(shapes.all(messages, reader));
        }
        var extent = new Extent(messages.getFirst().message().id(), messages.size());
        var page = pages.find(extent);
        if (page != null && page.isOf(messages, users)) {
            return page.json();
        }
        var authors = authors(messages);
        var parts = new ArrayList<byte[]>(messages.size());
        boolean again = write(parts, messages, authors, reader);
        var json = joined(parts);
        if (again && authors.size() <= AUTHORS_MAX) {
            var told = messages.stream().map(Quoted::message).toList();
            pages.keep(pages.stamp(), extent, new Page(told, List.copyOf(authors.values()), json));
        }
        return json;
    }

    /// Each message by itself.
    public List<byte[]> each(List<Quoted> messages, UserId reader) {
        if (shapes.blind(reader)) {
            return shapes.all(messages, reader).stream().map(Json::bytes).toList();
        }
        var parts = new ArrayList<byte[]>(messages.size());
        write(parts, messages, authors(messages), reader);
        return parts;
    }

    /// @return whether all were here
    private boolean write(List<byte[]> parts, List<Quoted> messages, Map<UserId, User> authors, UserId reader) {
        var bylines = new HashMap<UserId, byte[]>();
        var others = new ArrayList<Quoted>();
        boolean again = true;
        for (var quoted : messages) {
            var message = quoted.message();
            var author = authors.get(message.author());
            if (author == null || !PlainJson.fits(quoted)) {
                parts.add(NOT_YET);
                others.add(quoted);
                continue;
            }
            var found = kept.find(message.id());
            if (found == null || !found.isOf(message, author)) {
                again = false;
                byte[] byline = bylines.computeIfAbsent(author.id(), _ -> PlainJson.byline(author));
                found = new Written(message, author, PlainJson.of(message, byline));
                kept.keep(kept.stamp(), message.id(), found);
            }
            parts.add(found.json());
        }
        if (!others.isEmpty()) {
            fill(parts, shapes.all(others, reader));
        }
        return again && others.isEmpty();
    }

    private static void fill(List<byte[]> parts, List<MessageShape> shown) {
        var rest = shown.iterator();
        parts.replaceAll(it -> it.length > 0 ? it : Json.bytes(rest.next()));
    }

    private Map<UserId, User> authors(List<Quoted> messages) {
        var ids = new HashSet<UserId>();
        for (var quoted : messages) {
            ids.add(quoted.message().author());
        }
        return users.all(ids);
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
