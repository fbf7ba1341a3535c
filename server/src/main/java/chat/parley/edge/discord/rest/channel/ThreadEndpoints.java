package chat.parley.edge.discord.rest.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.channel.thread.ThreadArchives;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.discord.shape.thread.ThreadMemberShape;
import chat.parley.edge.discord.shape.thread.ThreadShape;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.Extras;
import chat.parley.message.thread.ThreadStarts;
import chat.parley.permission.Permission;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.ObjectNode;

/// Starting threads and listing them. Changing and deleting one is the work of [ChannelEndpoints], because a thread
/// is a channel.
public final class ThreadEndpoints {
    private static final int PAGE = 50;

    private final ThreadStarts starts;
    private final ThreadArchives archives;
    private final Viewers viewers;
    private final Channels channels;
    private final Filing filing;
    private final ThreadShapes shapes;
    private final MessageShapes messages;

    public ThreadEndpoints(
            ThreadStarts starts,
            ThreadArchives archives,
            Viewers viewers,
            Channels channels,
            Filing filing,
            ThreadShapes shapes,
            MessageShapes messages) {
        this.starts = starts;
        this.archives = archives;
        this.viewers = viewers;
        this.channels = channels;
        this.filing = filing;
        this.shapes = shapes;
        this.messages = messages;
    }

    /// @param members the reader's own memberships of those threads
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ListShape(
            List<ThreadShape> threads,
            List<ThreadMemberShape> members,
            @Nullable Boolean hasMore) {}

    /// In a forum the body brings the first message with it, and the answer shows it in the thread.
    Reply start(Request request) {
        var form = MessageForm.of(request);
        var draft = ThreadBody.draft(form.body(), Channel.Kind.PRIVATE_THREAD);
        var message = form.body().object("message");
        form.body().check();
        if (message == null) {
            return started(request, starts.alone(request.caller(), ChannelEndpoints.id(request), draft));
        }
        return posted(request, post(request, draft, new MessageForm(message, form.files())));
    }

    /// Files are uploaded to the forum, because nobody knows the thread before it is there.
    private ThreadStarts.Post post(Request request, ThreadDraft draft, MessageForm form) {
        var caller = request.caller();
        var forum = ChannelEndpoints.id(request);
        if (Filing.brings(form)) {
            channels.seenBy(caller, forum).requiring(Permission.ATTACH_FILES);
        }
        var id = starts.newId();
        var post = new ThreadStarts.Post[1];
        filing.posting(form, caller.id(), new Filing.Place(forum, id), files -> {
            var first = DraftBody.draft(form.body(), id, Extras.NONE.with(files), filing.now());
            post[0] = starts.post(caller, forum, id, draft, first);
            return post[0].message();
        });
        return Objects.requireNonNull(post[0]);
    }

    private Reply posted(Request request, ThreadStarts.Post post) {
        var reader = request.caller().id();
        var thread = post.thread();
        ObjectNode shape = Json.mapper().valueToTree(shapes.of(thread, viewers.of(thread.guild()), reader));
        shape.putPOJO("message", messages.of(post.message(), Context.toAuthor(reader)));
        return Reply.json(201, shape);
    }

    Reply startFrom(Request request) {
        var draft = ThreadBody.draft(Body.of(request), Channel.Kind.PUBLIC_THREAD);
        var message = MessageId.of(request.path("message"));
        return started(request, starts.from(request.caller(), ChannelEndpoints.id(request), message, draft));
    }

    Reply active(Request request) {
        return listed(request, archives.active(request.caller(), GuildEndpoints.id(request)), null);
    }

    Reply archivedPublic(Request request) {
        var page = archives.publicOf(request.caller(), ChannelEndpoints.id(request), before(request), limit(request));
        return listed(request, page, page.more());
    }

    Reply archivedPrivate(Request request) {
        var page = archives.privateOf(request.caller(), ChannelEndpoints.id(request), before(request), limit(request));
        return listed(request, page, page.more());
    }

    Reply joinedPrivate(Request request) {
        String before = request.query("before");
        var page = archives.joined(
                request.caller(),
                ChannelEndpoints.id(request),
                before == null || before.isEmpty() ? null : ChannelId.of(before),
                limit(request));
        return listed(request, page, page.more());
    }

    private Reply started(Request request, Channel thread) {
        return Reply.json(
                201,
                shapes.of(thread, viewers.of(thread.guild()), request.caller().id()));
    }

    private Reply listed(Request request, ThreadArchives.Page page, @Nullable Boolean more) {
        var all = shapes.all(page.threads(), page.view(), request.caller().id());
        var members =
                all.stream().map(ThreadShape::member).filter(Objects::nonNull).toList();
        return Reply.json(new ListShape(all, members, more));
    }

    private static int limit(Request request) {
        return request.queryNumber("limit", 1, Limits.THREADS_PAGE_MAX, PAGE);
    }

    private static @Nullable Instant before(Request request) {
        String text = request.query("before");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            // A plus sign that was not escaped arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException notATime) {
            var problem = new Refusal.Problem("before", "DATE_TIME_TYPE_PARSE", "Could not parse the time.");
            throw new Refused(new Refusal.Invalid(List.of(problem)), notATime);
        }
    }
}
