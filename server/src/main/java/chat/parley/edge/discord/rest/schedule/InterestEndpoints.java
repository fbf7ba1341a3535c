package chat.parley.edge.discord.rest.schedule;

import chat.parley.account.Users;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Who is interested in what is planned.
public final class InterestEndpoints {
    private static final int PAGE = 100;
    private static final int INTERESTED = 1;

    private final ScheduledEvents events;
    private final Guilds guilds;
    private final Users users;

    public InterestEndpoints(ScheduledEvents events, Guilds guilds, Users users) {
        this.events = events;
        this.guilds = guilds;
        this.users = users;
    }

    /// @param user only where many are listed
    /// @param member where it is asked for
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record InterestShape(
            EntityId guildScheduledEventId,
            UserId userId,
            @Nullable UserShape user,
            @Nullable MemberShape member,
            int response) {}

    Reply people(Request request) {
        var event = ScheduledEventEndpoints.id(request);
        int limit = request.queryNumber("limit", 1, PAGE, PAGE);
        var after = id(request, "after");
        var before = id(request, "before");
        var guild = GuildEndpoints.id(request);
        var found = after == null && before != null
                ? events.interestedBefore(request.caller(), guild, event, before, limit)
                : events.interested(request.caller(), guild, event, after == null ? new UserId(0) : after, limit);
        var known = users.all(found);
        boolean whole = request.queryFlag("with_member");
        var members = guilds.of(request.caller(), guild).snapshot();
        var shapes = new ArrayList<InterestShape>();
        for (var id : found) {
            var user = known.get(id);
            var member = whole ? members.member(id) : null;
            if (user != null) {
                shapes.add(new InterestShape(
                        event,
                        id,
                        UserShape.of(user),
                        member == null ? null : MemberShape.of(member, user),
                        INTERESTED));
            }
        }
        return Reply.json(shapes);
    }

    Reply count(Request request) {
        var event = events.one(request.caller(), GuildEndpoints.id(request), ScheduledEventEndpoints.id(request));
        int count = events.counts(List.of(event)).getOrDefault(event.id(), 0);
        return Reply.json(Map.of(
                "guild_scheduled_event_count",
                count,
                "guild_scheduled_event_exception_counts",
                Map.<String, Integer>of()));
    }

    Reply join(Request request) {
        var event = ScheduledEventEndpoints.id(request);
        events.interest(request.caller(), GuildEndpoints.id(request), event, true);
        return Reply.json(shape(request, event));
    }

    Reply leave(Request request) {
        events.interest(request.caller(), GuildEndpoints.id(request), ScheduledEventEndpoints.id(request), false);
        return Reply.none();
    }

    /// What the caller is interested in, in the guilds that are asked for.
    Reply own(Request request) {
        String wanted = request.query("guild_ids");
        var shapes = new ArrayList<InterestShape>();
        for (String guild : wanted == null || wanted.isEmpty() ? List.<String>of() : List.of(wanted.split(",", -1))) {
            if (shapes.size() > Limits.SCHEDULED_EVENTS_MAX * PAGE) {
                throw Refusal.invalid("guild_ids", "BASE_TYPE_MAX_LENGTH", "Too many guilds at once.");
            }
            var found = events.in(request.caller(), GuildId.of(guild));
            for (var id : events.interesting(request.caller().id(), found)) {
                shapes.add(shape(request, id));
            }
        }
        return Reply.json(shapes);
    }

    private static InterestShape shape(Request request, EntityId event) {
        return new InterestShape(event, request.caller().id(), null, null, INTERESTED);
    }

    private static @Nullable UserId id(Request request, String name) {
        String text = request.query(name);
        return text == null || text.isEmpty() || text.equals("0") ? null : UserId.of(text);
    }
}
