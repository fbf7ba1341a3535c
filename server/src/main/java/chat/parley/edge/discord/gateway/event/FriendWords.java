package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.account.alert.Alerts;
import chat.parley.account.alert.AlertsEvent;
import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.PresenceShape;
import chat.parley.edge.discord.shape.people.AlertsShape;
import chat.parley.edge.discord.shape.people.RelationshipShape;
import chat.parley.friend.FriendEvent;
import chat.parley.friend.Notes;
import chat.parley.friend.Relation;
import chat.parley.friend.Relations;
import chat.parley.message.read.InboxEvent;
import chat.parley.presence.PresenceEvent;
import chat.parley.presence.Presences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What people alone are told: their friends, how these are, their notes, inbox and notification settings.
public final class FriendWords {
    private final Users users;
    private final Relations relations;
    private final Notes notes;
    private final Alerts alerts;
    private final Presences presences;

    public FriendWords(Users users, Relations relations, Notes notes, Alerts alerts, Presences presences) {
        this.users = users;
        this.relations = relations;
        this.notes = notes;
        this.alerts = alerts;
        this.presences = presences;
    }

    /// The part of READY.
    void open(ObjectNode ready, UserId self) {
        var known = ready.putArray("relationships");
        RelationshipShape.of(relations.of(self), users).forEach(known::addPOJO);
        var there = ready.putArray("presences");
        presences.online(relations.friendsOf(self)).forEach(it -> there.addPOJO(PresenceShape.ofFriend(it)));
        var noted = ready.putObject("notes");
        notes.of(self).forEach((about, text) -> noted.put(about.text(), text));
        var own = ready.putObject("user_guild_settings");
        var entries = own.putArray("entries");
        alerts.of(self).forEach(it -> entries.addPOJO(AlertsShape.of(it)));
        own.put("version", 1);
        own.put("partial", false);
    }

    Map<UserId, Dispatch> told(Event event) {
        return switch (event) {
            case FriendEvent it -> told(it);
            case AlertsEvent.Changed(var user, var changed) ->
                Map.of(user, Dispatch.of("USER_GUILD_SETTINGS_UPDATE", AlertsShape.of(changed)));
            case InboxEvent.Dismissed(var user, var message) ->
                Map.of(user, Dispatch.of("RECENT_MENTION_DELETE", Map.of("message_id", message)));
            case PresenceEvent.Changed(var presence) -> {
                var friends = relations.friendsOf(presence.user());
                var dispatch =
                        friends.isEmpty() ? null : Dispatch.of("PRESENCE_UPDATE", PresenceShape.ofFriend(presence));
                var told = new HashMap<UserId, Dispatch>();
                if (dispatch != null) {
                    friends.forEach(it -> told.put(it, dispatch));
                }
                yield told;
            }
            default -> Map.of();
        };
    }

    private Map<UserId, Dispatch> told(FriendEvent event) {
        return switch (event) {
            case FriendEvent.Added(var user, var relation) -> related(user, relation, "RELATIONSHIP_ADD");
            case FriendEvent.Updated(var user, var relation) -> related(user, relation, "RELATIONSHIP_UPDATE");
            case FriendEvent.Removed(var user, var relation) ->
                Map.of(
                        user,
                        Dispatch.of(
                                "RELATIONSHIP_REMOVE",
                                Map.of(
                                        "id",
                                        relation.other(),
                                        "type",
                                        relation.kind().number())));
            case FriendEvent.Noted(var user, var about, var text) ->
                Map.of(user, Dispatch.of("USER_NOTE_UPDATE", Map.of("id", about, "note", text)));
        };
    }

    private Map<UserId, Dispatch> related(UserId user, Relation relation, String type) {
        var shapes = RelationshipShape.of(List.of(relation), users);
        return shapes.isEmpty() ? Map.of() : Map.of(user, Dispatch.of(type, shapes.getFirst()));
    }
}
