package chat.parley.edge.discord.rest.people;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.people.ProfileShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.friend.Notes;
import chat.parley.friend.Relations;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Profiles of others, with what one has in common, and notes about them.
public final class ProfileEndpoints {
    private final Users users;
    private final Guilds guilds;
    private final Relations relations;
    private final Notes notes;

    public ProfileEndpoints(Users users, Guilds guilds, Relations relations, Notes notes) {
        this.users = users;
        this.guilds = guilds;
        this.relations = relations;
        this.notes = notes;
    }

    /// For whoever has anything to do with them: a guild, a conversation, or that either has asked to be a friend.
    Reply one(Request request) {
        var self = request.caller().id();
        var account = users.account(FriendEndpoints.user(request));
        var shared = guilds.shared(self, account.id());
        if (!self.equals(account.id()) && shared.isEmpty() && !acquainted(self, account.id())) {
            throw new Refused(new Refusal.NoAccess());
        }
        var user = account.user();
        var mutual = relations.mutual(self, account.id());
        boolean withGuilds = !"false".equals(request.query("with_mutual_guilds"));
        boolean withFriends = request.queryFlag("with_mutual_friends");
        return Reply.json(new ProfileShape(
                UserShape.of(user),
                new ProfileShape.About(account.bio(), account.pronouns(), user.accentColor(), user.banner()),
                List.of(),
                List.of(),
                withGuilds ? inCommon(account.id(), shared) : null,
                withFriends ? shapes(mutual) : null,
                mutual.size()));
    }

    Reply mutualFriends(Request request) {
        return Reply.json(shapes(relations.mutual(request.caller().id(), FriendEndpoints.user(request))));
    }

    Reply notes(Request request) {
        return Reply.json(notes.of(request.caller().id()));
    }

    Reply note(Request request) {
        var about = FriendEndpoints.user(request);
        String text = notes.of(request.caller().id()).get(about);
        if (text == null) {
            throw Refusal.unknown(Thing.USER);
        }
        return Reply.json(Map.of("user_id", request.caller().id(), "note_user_id", about, "note", text));
    }

    Reply writeNote(Request request) {
        var body = Body.of(request);
        String text = body.text("note", 0, Limits.NOTE_MAX_CHARS);
        body.check();
        notes.write(request.caller(), FriendEndpoints.user(request), text == null ? "" : text);
        return Reply.none();
    }

    private boolean acquainted(UserId self, UserId other) {
        return relations.between(self, other) != null
                || guilds.conversationsOf(self).stream().anyMatch(it -> it.member(other) != null);
    }

    private List<ProfileShape.MutualGuild> inCommon(UserId user, List<GuildId> shared) {
        return shared.stream()
                .map(id -> {
                    var guild = guilds.find(id);
                    Member member = guild == null ? null : guild.member(user);
                    return new ProfileShape.MutualGuild(id, member == null ? null : member.nick());
                })
                .toList();
    }

    private List<UserShape> shapes(Collection<UserId> ids) {
        var known = users.all(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map((User it) -> UserShape.of(it))
                .toList();
    }
}
