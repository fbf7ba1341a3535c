package chat.parley.edge.discord.rest.moderation;

import chat.parley.account.Users;
import chat.parley.audit.AuditEntry;
import chat.parley.audit.AuditLog;
import chat.parley.audit.AuditQuery;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.moderation.AuditEntryShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.deed.DeedKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A guild's audit log, with what its entries name.
public final class AuditLogEndpoints {
    private static final int PAGE_USUAL = 50;
    private static final int KIND_MAX = 255;
    /// Targets that are users: members, bots, and the authors of messages.
    private static final Set<DeedKind> OF_USERS = Set.of(
            DeedKind.MEMBER_KICK,
            DeedKind.MEMBER_BAN_ADD,
            DeedKind.MEMBER_BAN_REMOVE,
            DeedKind.MEMBER_UPDATE,
            DeedKind.MEMBER_ROLE_UPDATE,
            DeedKind.BOT_ADD,
            DeedKind.MESSAGE_DELETE,
            DeedKind.MESSAGE_PIN,
            DeedKind.MESSAGE_UNPIN,
            DeedKind.AUTO_MODERATION_BLOCK_MESSAGE,
            DeedKind.AUTO_MODERATION_FLAG_TO_CHANNEL,
            DeedKind.AUTO_MODERATION_USER_COMMUNICATION_DISABLED,
            DeedKind.AUTO_MODERATION_QUARANTINE_USER);

    private final AuditLog log;
    private final Users users;
    private final Map<String, AuditTargets> targets;

    /// @param targets what else is told beside the entries, by its name in the answer (`webhooks`, `threads`…)
    public AuditLogEndpoints(AuditLog log, Users users, Map<String, AuditTargets> targets) {
        this.log = log;
        this.users = users;
        this.targets = Map.copyOf(targets);
    }

    public Reply list(Request request) {
        var guild = GuildId.of(request.path("guild"));
        var entries = log.read(request.caller(), guild, query(request));
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "audit_log_entries", entries.stream().map(AuditEntryShape::of).toList());
        answer.put("users", users(entries));
        for (var name : AuditTargets.NAMES) {
            var told = targets.get(name);
            answer.put(name, told == null ? List.of() : told.of(guild, entries));
        }
        return Reply.json(answer);
    }

    private static AuditQuery query(Request request) {
        String user = request.query("user_id");
        int kind = request.queryNumber("action_type", 0, KIND_MAX, 0);
        if (kind != 0 && DeedKind.of(kind) == null) {
            throw Refusal.invalid("action_type", "BASE_TYPE_CHOICES", "There is no such action type.");
        }
        return new AuditQuery(
                user == null ? null : UserId.of(user),
                DeedKind.of(kind),
                position(request.query("before")),
                position(request.query("after")),
                request.queryNumber("limit", 1, Limits.AUDIT_PAGE_MAX, PAGE_USUAL));
    }

    /// Some libraries begin at 0, which is no id.
    private static @Nullable Long position(@Nullable String id) {
        return id == null ? null : id.equals("0") ? Long.valueOf(0) : Long.valueOf(Id.parse(id));
    }

    private List<UserShape> users(List<AuditEntry> entries) {
        var named = new LinkedHashSet<UserId>();
        for (var entry : entries) {
            named.add(entry.actor());
            if (entry.target() != null && OF_USERS.contains(entry.kind())) {
                named.add(new UserId(entry.target()));
            }
        }
        return users.all(named).values().stream().map(UserShape::of).toList();
    }
}
