package chat.parley.edge.discord.rest.people;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.page.MessagePages;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.search.Results;
import chat.parley.search.Search;
import chat.parley.search.Wish;
import chat.parley.search.engine.Question.Order;
import chat.parley.search.engine.Question.Page;
import chat.parley.search.engine.Question.Traits;
import chat.parley.search.engine.Sheet.Has;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finding messages, with Discord's parameters. Beside Discord's fields, `highlights` tells where the words stand.
public final class SearchEndpoints {
    private static final int BODY_BYTES = 16_384;

    private final Search search;
    private final MessageShapes shapes;
    private final MessagePages pages;

    public SearchEndpoints(Search search, MessageShapes shapes, MessagePages pages) {
        this.search = search;
        this.shapes = shapes;
        this.pages = pages;
    }

    Reply inGuild(Request request) {
        var guild = GuildId.of(request.path("guild"));
        return shown(request, search.inGuild(request.caller(), guild, wish(request)));
    }

    Reply inChannel(Request request) {
        var channel = ChannelId.of(request.path("channel"));
        return shown(request, search.inChannel(request.caller(), channel, wish(request)));
    }

    /// A route of our own.
    Reply inConversations(Request request) {
        return shown(request, search.inConversations(request.caller(), wish(request)));
    }

    /// Hot path: `MessageSearchShape` by hand. The messages are written as they are in pages, and their JSON is kept.
    private Reply shown(Request request, Results results) {
        var body = new ByteArrayOutputStream(BODY_BYTES);
        write(
                body,
                "{\"doing_deep_historical_index\":" + results.behind() + ",\"total_results\":" + results.total()
                        + ",\"messages\":[");
        String between = "[";
        for (var message : pages.each(results.messages(), request.caller().id())) {
            write(body, between);
            body.write(message, 0, message.length - 1);
            write(body, ",\"hit\":true}]");
            between = ",[";
        }
        write(body, "],\"highlights\":");
        body.writeBytes(Json.bytes(highlights(results)));
        write(body, ",\"threads\":[],\"members\":[]}");
        return Reply.encoded(200, body.toByteArray());
    }

    private static Map<String, int[][]> highlights(Results results) {
        var highlights = new HashMap<String, int[][]>();
        results.places()
                .forEach((id, spans) -> highlights.put(
                        id.text(),
                        spans.stream().map(it -> new int[] {it.from(), it.to()}).toArray(int[][]::new)));
        return highlights;
    }

    private static void write(ByteArrayOutputStream body, String json) {
        body.writeBytes(json.getBytes(StandardCharsets.US_ASCII));
    }

    private Wish wish(Request request) {
        String content = request.query("content");
        if (content != null
                && !content.isEmpty()
                && shapes.blind(request.caller().id())) {
            throw new Refused(new Refusal.NoAccess());
        }
        if (content != null && content.codePointCount(0, content.length()) > Limits.SEARCH_TEXT_MAX_CHARS) {
            throw Refusal.length("content", 0, Limits.SEARCH_TEXT_MAX_CHARS);
        }
        var has = all(request, "has");
        var traits = new Traits(
                ids(request, "author_id").stream().map(UserId::new).toList(),
                ids(request, "mentions").stream().map(UserId::new).toList(),
                held(has, false),
                held(has, true),
                id(request, "min_id", 0),
                id(request, "max_id", Long.MAX_VALUE));
        var page = new Page(
                order(request),
                request.queryNumber("offset", 0, Limits.SEARCH_OFFSET_MAX, 0),
                request.queryNumber("limit", 1, Limits.SEARCH_PAGE_MAX, Limits.SEARCH_PAGE_MAX));
        return new Wish(
                content == null ? "" : content,
                ids(request, "channel_id").stream().map(ChannelId::new).toList(),
                traits,
                flag(request, "pinned"),
                page);
    }

    private static Order order(Request request) {
        String by = choice(request, "sort_by", "timestamp", "relevance");
        String order = choice(request, "sort_order", "desc", "asc");
        if (by.equals("relevance")) {
            return Order.FITTING;
        }
        return order.equals("asc") ? Order.OLDEST : Order.NEWEST;
    }

    private static String choice(Request request, String name, String usual, String other) {
        String value = request.query(name);
        if (value == null || value.equals(usual)) {
            return usual;
        }
        if (!value.equals(other)) {
            throw wrong(name, "Value must be one of ('" + usual + "', '" + other + "').");
        }
        return other;
    }

    /// A minus before a word asks for messages without that.
    private static Set<Has> held(List<String> words, boolean lacking) {
        var held = EnumSet.noneOf(Has.class);
        for (var word : words) {
            boolean minus = word.startsWith("-");
            var what = has(minus ? word.substring(1) : word);
            if (minus == lacking) {
                held.add(what);
            }
        }
        return held;
    }

    private static Has has(String word) {
        for (var it : Has.values()) {
            if (it.name().toLowerCase(Locale.ROOT).equals(word)) {
                return it;
            }
        }
        throw wrong("has", "There is nothing of that name to have.");
    }

    private static @Nullable Boolean flag(Request request, String name) {
        String value = request.query(name);
        boolean absent = value == null || value.isEmpty();
        return absent ? null : Boolean.valueOf(request.queryFlag(name));
    }

    private static long id(Request request, String name, long otherwise) {
        String value = request.query(name);
        if (value == null || value.isEmpty() || value.equals("0")) {
            return otherwise;
        }
        return Id.parse(value);
    }

    private static List<Long> ids(Request request, String name) {
        return all(request, name).stream().map(Id::parse).toList();
    }

    private static List<String> all(Request request, String name) {
        var values = request.query().getOrDefault(name, List.of());
        if (values.size() > Limits.SEARCH_LIST_MAX) {
            throw Refusal.length(name, 0, Limits.SEARCH_LIST_MAX);
        }
        return values;
    }

    private static Refused wrong(String field, String message) {
        return Refusal.invalid(field, "BASE_TYPE_CHOICES", message);
    }
}
