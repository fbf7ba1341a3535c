package chat.parley.edge.discord.rest.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.ThreadStore.Sought;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.MessageShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.thread.ThreadMemberShape;
import chat.parley.edge.discord.shape.thread.ThreadShape;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.thread.ThreadSearch;
import chat.parley.message.thread.ThreadSearch.Query;
import chat.parley.message.thread.ThreadSearch.Sort;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Finding threads and posts, and what each post begins with.
public final class PostEndpoints {
    private static final int PAGE = 25;
    private static final int OFFSET_MAX = 9_975;
    private static final int TAGS_MAX = 20;

    private final ThreadSearch search;
    private final ThreadShapes shapes;
    private final MessageShapes messages;

    public PostEndpoints(ThreadSearch search, ThreadShapes shapes, MessageShapes messages) {
        this.search = search;
        this.shapes = shapes;
        this.messages = messages;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FoundShape(
            List<ThreadShape> threads,
            List<ThreadMemberShape> members,
            boolean hasMore,
            int totalResults,
            List<MessageShape> firstMessages) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PostShape(UserShape owner, MessageShape firstMessage) {}

    Reply search(Request request) {
        var caller = request.caller();
        var forum = ChannelEndpoints.id(request);
        var found = search.of(caller, forum, query(request));
        var all = shapes.all(found.threads(), found.view(), caller.id());
        var ids = all.stream().map(ThreadShape::id).toList();
        return Reply.json(new FoundShape(
                all,
                all.stream().map(ThreadShape::member).filter(Objects::nonNull).toList(),
                found.more(),
                found.total(),
                firsts(request, forum, ids)));
    }

    /// The first messages of posts, by the post.
    Reply data(Request request) {
        var body = Body.of(request);
        var ids = body.ids("thread_ids", Limits.THREADS_PAGE_MAX);
        body.check();
        var wanted = ids.stream().distinct().map(ChannelId::new).toList();
        var posts = new LinkedHashMap<String, PostShape>();
        for (var first : firsts(request, ChannelEndpoints.id(request), wanted)) {
            posts.put(first.channelId().text(), new PostShape(first.author(), first));
        }
        return Reply.json(Map.of("threads", posts));
    }

    private List<MessageShape> firsts(Request request, ChannelId forum, List<ChannelId> ids) {
        return messages.all(
                search.firsts(request.caller(), forum, ids), request.caller().id());
    }

    private static Query query(Request request) {
        String name = text(request, "name");
        if (name.codePointCount(0, name.length()) > Limits.CHANNEL_NAME_MAX_CHARS) {
            throw Refusal.length("name", 0, Limits.CHANNEL_NAME_MAX_CHARS);
        }
        boolean every = text(request, "tag_setting").equals("match_all");
        return new Query(
                new Sought(name, tags(request), every),
                archived(request),
                text(request, "sort_by").equals("creation_time") ? Sort.CREATION : Sort.ACTIVITY,
                text(request, "sort_order").equals("asc"),
                request.queryNumber("limit", 1, PAGE, PAGE),
                request.queryNumber("offset", 0, OFFSET_MAX, 0));
    }

    private static @Nullable Boolean archived(Request request) {
        String text = text(request, "archived");
        return text.isEmpty() ? null : Boolean.valueOf(request.queryFlag("archived"));
    }

    private static List<Long> tags(Request request) {
        String text = text(request, "tag");
        if (text.isEmpty()) {
            return List.of();
        }
        var tags = Arrays.stream(text.split(",", -1)).map(Id::parse).distinct().toList();
        if (tags.size() > TAGS_MAX) {
            throw Refusal.invalid("tag", "BASE_TYPE_MAX_LENGTH", "Must be " + TAGS_MAX + " or fewer in length.");
        }
        return tags;
    }

    private static String text(Request request, String name) {
        String text = request.query(name);
        return text == null ? "" : text.strip();
    }
}
