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
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.Quoted;
import chat.parley.search.Results;
import chat.parley.search.Search;
import chat.parley.search.Wish;
import chat.parley.search.engine.Question.Order;
import chat.parley.search.engine.Question.Page;
import chat.parley.search.engine.Question.Traits;
import chat.parley.search.engine.Sheet.Has;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Finding messages, with Discord's parameters. Beside Discord's fields, `highlights` tells where the words stand.
public final class SearchEndpoints {
    private final Search search;
    private final MessageShapes shapes;

    public SearchEndpoints(Search search, MessageShapes shapes) {
        this.search = search;
        this.shapes = shapes;
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

    private Reply shown(Request request, Results results) {
        var body = Json.mapper().createObjectNode();
        body.put("doing_deep_historical_index", results.behind());
        body.put("total_results", results.total());
        var groups = body.putArray("messages");
        for (var hit : results.messages()) {
            groups.addArray().add(hit(request, hit));
        }
        var places = body.putObject("highlights");
        results.places().forEach((id, spans) -> {
            var list = places.putArray(id.text());
            spans.forEach(it -> list.addArray().add(it.from()).add(it.to()));
        });
        body.putArray("threads");
        body.putArray("members");
        return Reply.json(body);
    }

    private ObjectNode hit(Request request, Quoted hit) {
        ObjectNode shape = Json.mapper()
                .valueToTree(shapes.of(hit, Context.to(request.caller().id())));
        return shape.put("hit", true);
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
