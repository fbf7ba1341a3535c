package chat.parley.edge.discord.gateway.event;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.MembersWish;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.PresenceShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.file.SoundShape;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.presence.Presences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers REQUEST_GUILD_MEMBERS: the members of a guild in chunks.
public final class Roster {
    private final Guilds guilds;
    private final Users users;
    private final Presences presences;

    public Roster(Guilds guilds, Users users, Presences presences) {
        this.guilds = guilds;
        this.users = users;
        this.presences = presences;
    }

    /// @param members all that were found, in the order of their ids
    public record Found(List<Dispatch> chunks, List<UserId> members) {}

    /// @throws chat.parley.base.refusal.Refused with `Unknown` when the session's user is no member
    public Found find(Session session, MembersWish wish) {
        var guild = guilds.of(session.caller(), wish.guild()).snapshot();
        var found = wish.query() == null ? named(guild, wish) : matching(session, guild, wish, wish.query());
        int count = MembersWish.chunks(found.size());
        var chunks = new ArrayList<Dispatch>(count);
        for (int i = 0; i < count; i++) {
            int from = i * Limits.MEMBERS_CHUNK_MAX;
            var part = found.subList(from, Math.min(found.size(), from + Limits.MEMBERS_CHUNK_MAX));
            chunks.add(chunk(session, guild, wish, part, i, count));
        }
        return new Found(chunks, found.stream().map(Member::user).toList());
    }

    /// The sounds of a guild; absent when the session's user is no member.
    public @Nullable Dispatch sounds(Session session, GuildId id) {
        var guild = guilds.find(id);
        if (guild == null || guild.isPrivate() || guild.member(session.caller().id()) == null) {
            return null;
        }
        var sounds = guild.expressions().sounds().stream()
                .map(it -> SoundShape.of(
                        id, it, users.find(it.author()).map(UserShape::of).orElse(null)))
                .toList();
        return Dispatch.of("SOUNDBOARD_SOUNDS", Map.of("guild_id", id, "soundboard_sounds", sounds));
    }

    private static List<Member> named(GuildSnapshot guild, MembersWish wish) {
        return wish.users().stream().map(guild::member).filter(Objects::nonNull).toList();
    }

    private List<Member> matching(Session session, GuildSnapshot guild, MembersWish wish, String query) {
        if (query.isEmpty()) {
            int limit = wish.limit() == 0 ? Integer.MAX_VALUE : wish.limit();
            // The whole list is what the intent for members guards.
            return session.intents().include(Intents.GUILD_MEMBERS)
                    ? guild.members().page(0, Math.min(limit, guild.members().size()))
                    : List.of();
        }
        int limit = wish.limit() == 0 ? Limits.MEMBERS_FOUND_MAX : Math.min(wish.limit(), Limits.MEMBERS_FOUND_MAX);
        String begin = query.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Member>();
        for (long after = 0; found.size() < limit; ) {
            var page = guild.members().page(after, Limits.MEMBERS_PAGE_MAX);
            if (page.isEmpty()) {
                break;
            }
            after = page.getLast().user().value();
            var names = users.all(page.stream().map(Member::user).toList());
            page.stream().filter(it -> begins(it, names, begin)).forEach(found::add);
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private static boolean begins(Member member, Map<UserId, User> names, String begin) {
        var user = names.get(member.user());
        return user != null
                && (lower(user.username()).startsWith(begin)
                        || lower(user.shownName()).startsWith(begin)
                        || (member.nick() != null && lower(member.nick()).startsWith(begin)));
    }

    private Dispatch chunk(
            Session session, GuildSnapshot guild, MembersWish wish, List<Member> part, int index, int count) {
        var ids = part.stream().map(Member::user).toList();
        var d = GuildPicture.blank();
        d.put("guild_id", guild.id().text());
        var members = d.putArray("members");
        MemberShape.of(part, users.all(ids)).forEach(members::addPOJO);
        d.put("chunk_index", index);
        d.put("chunk_count", count);
        if (index == 0 && !wish.users().isEmpty()) {
            var missing = d.putArray("not_found");
            wish.users().stream().filter(it -> guild.member(it) == null).forEach(it -> missing.add(it.text()));
        }
        if (wish.presences() && session.intents().include(Intents.GUILD_PRESENCES)) {
            var there = d.putArray("presences");
            presences.online(ids).forEach(it -> there.addPOJO(PresenceShape.of(it, guild.id())));
        }
        if (wish.nonce() != null) {
            d.put("nonce", wish.nonce());
        }
        return Dispatch.solicited("GUILD_MEMBERS_CHUNK", d);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
