package chat.parley.message.read;

import chat.parley.account.Caller;
import chat.parley.account.alert.Alerts;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.channel.Viewers;
import chat.parley.friend.Relations;
import chat.parley.guild.Guilds;
import chat.parley.message.Ledger;
import chat.parley.message.Quoted;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The messages that called somebody lately, as far as they may read them now and have not put them away.
public final class Inbox {
    /// What is hidden is made up for by further rounds, but not without end.
    private static final int ROUNDS_MAX = 5;

    private final Ledger ledger;
    private final Guilds guilds;
    private final Viewers viewers;
    private final Relations relations;
    private final Alerts alerts;
    private final Database database;
    private final Bus bus;

    public Inbox(
            Ledger ledger,
            Guilds guilds,
            Viewers viewers,
            Relations relations,
            Alerts alerts,
            Database database,
            Bus bus) {
        this.ledger = ledger;
        this.guilds = guilds;
        this.viewers = viewers;
        this.relations = relations;
        this.alerts = alerts;
        this.database = database;
        this.bus = bus;
    }

    /// @param before only older messages
    /// @param guild only of this guild; 0 for all
    public record Wish(long before, long guild, boolean everyone, boolean roles, int limit) {}

    private record Call(ChannelId channel, MessageId message) {}

    /// Newest first.
    public List<Quoted> of(Caller caller, Wish wish) {
        var targets = targets(caller.id(), wish);
        var found = new ArrayList<Quoted>();
        long before = wish.before();
        for (int round = 0; round < ROUNDS_MAX && found.size() < wish.limit(); round++) {
            var calls = calls(caller.id(), targets, before, wish.limit());
            if (calls.isEmpty()) {
                break;
            }
            before = calls.getLast().message().value();
            found.addAll(readable(caller.id(), wish, calls));
        }
        return found.subList(0, Math.min(wish.limit(), found.size()));
    }

    public void dismiss(Caller caller, MessageId message) {
        database.change(
                "INSERT INTO dismissed_mentions (user_id, message_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                caller.id(),
                message);
        bus.publish(new InboxEvent.Dismissed(caller.id(), message));
    }

    private long[] targets(UserId user, Wish wish) {
        var targets = new ArrayList<Long>();
        targets.add(user.value());
        for (var guild : guilds.ofMember(user)) {
            var member = guild.member(user);
            var own = alerts.of(user, guild.id());
            if (wish.everyone() && !own.suppressEveryone()) {
                targets.add(guild.id().value());
            }
            if (member != null && wish.roles() && !own.suppressRoles()) {
                member.roles().forEach(it -> targets.add(it.value()));
            }
        }
        return targets.stream().mapToLong(Long::longValue).toArray();
    }

    private List<Call> calls(UserId user, long[] targets, long before, int limit) {
        return database.list(
                """
                SELECT DISTINCT call.channel_id, call.message_id
                FROM unnest(?::bigint[]) AS target (id)
                CROSS JOIN LATERAL (
                    SELECT channel_id, message_id FROM mentions
                    WHERE target_id = target.id AND message_id < ? AND author_id <> ALL (?::bigint[])
                        AND NOT EXISTS (SELECT FROM dismissed_mentions AS gone
                            WHERE gone.user_id = ? AND gone.message_id = mentions.message_id)
                    ORDER BY message_id DESC LIMIT ?
                ) AS call
                ORDER BY call.message_id DESC LIMIT ?
                """,
                row -> new Call(new ChannelId(row.number("channel_id")), new MessageId(row.number("message_id"))),
                targets,
                before,
                unheard(user),
                user,
                limit,
                limit);
    }

    private long[] unheard(UserId user) {
        var blocked = new ArrayList<>(relations.blockedBy(user));
        blocked.add(user);
        return blocked.stream().mapToLong(UserId::value).toArray();
    }

    private List<Quoted> readable(UserId user, Wish wish, List<Call> calls) {
        Map<ChannelId, List<MessageId>> byChannel = new HashMap<>();
        for (var call : calls) {
            if (Permission.READ_MESSAGE_HISTORY.in(viewers.permissions(user, call.channel()))) {
                byChannel
                        .computeIfAbsent(call.channel(), _ -> new ArrayList<>())
                        .add(call.message());
            }
        }
        var messages = new ArrayList<Quoted>();
        byChannel.forEach((channel, ids) -> ledger.all(channel, ids).values().stream()
                .filter(it -> wish.guild() == 0 || it.guild().value() == wish.guild())
                .map(it -> new Quoted(it, ledger.answeredBy(it)))
                .forEach(messages::add));
        messages.sort(Comparator.comparing((Quoted it) -> it.message().id()).reversed());
        return messages;
    }
}
