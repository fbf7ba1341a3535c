package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.thread.ThreadMemberShape;
import chat.parley.edge.discord.shape.thread.ThreadShape;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Threads. Unlike channels they are not compared with what a client knew before: who sees the channel is told of its
/// public threads, and who becomes a member of a private one is told of it then.
public final class ThreadWords {
    private final ThreadShapes shapes;
    private final Users users;

    public ThreadWords(ThreadShapes shapes, Users users) {
        this.shapes = shapes;
        this.users = users;
    }

    List<Delivery> of(ChannelEvent event, View view) {
        return switch (event) {
            case ChannelEvent.Created(var thread) -> List.of(created(thread, view));
            case ChannelEvent.Updated(var _, var thread) ->
                List.of(seen(thread, "THREAD_UPDATE", shapes.of(thread, view)));
            case ChannelEvent.Deleted(var thread, var within) ->
                within ? List.of() : List.of(seen(thread, "THREAD_DELETE", gone(thread)));
            case ChannelEvent.ThreadMemberChanged(var thread, var user, var joinedAt) ->
                joinedAt == null ? left(thread, user, view) : joined(thread, user, joinedAt, view);
        };
    }

    /// The active threads of a channel, for somebody who has just come to see it; absent when there are none.
    @Nullable
    Dispatch sync(ChannelId parent, View view, UserId reader) {
        var threads = view.activeThreads().stream()
                .filter(it -> parent.equals(it.parent()) && view.canView(reader, it.id()))
                .toList();
        if (threads.isEmpty()) {
            return null;
        }
        var d = GuildPicture.blank();
        d.put("guild_id", view.guild().id().text());
        d.putArray("channel_ids").add(parent.text());
        var list = d.putArray("threads");
        threads.forEach(it -> list.addPOJO(shapes.of(it, view, reader)));
        var members = d.putArray("members");
        threads.stream()
                .map(it -> shapes.own(it, view, reader))
                .filter(Objects::nonNull)
                .forEach(members::addPOJO);
        return Dispatch.of("THREAD_LIST_SYNC", d);
    }

    Dispatch appeared(Channel thread, View view) {
        return Dispatch.of("THREAD_CREATE", shapes.of(thread, view));
    }

    Dispatch vanished(Channel thread) {
        return Dispatch.of("THREAD_DELETE", gone(thread));
    }

    /// The starter's sessions read that they are in it.
    private Delivery created(Channel thread, View view) {
        var shape = shapes.of(thread, view).newly();
        var owner = Objects.requireNonNull(thread.thread()).owner();
        var own = shape.with(shapes.own(thread, view, owner));
        return new Delivery(
                thread.guild(),
                new Audience.Seeing(thread.id()),
                Intents.GUILDS,
                Wording.twofold(Dispatch.of("THREAD_CREATE", shape), owner, Dispatch.of("THREAD_CREATE", own)));
    }

    private List<Delivery> joined(Channel thread, UserId user, Instant at, View view) {
        var membership = ThreadMemberShape.of(thread.id(), user, at);
        var d = change(thread, view);
        var whole = d.deepCopy();
        d.putArray("added_members").addPOJO(membership);
        whole.putArray("added_members").addPOJO(membership.with(member(view, user)));
        var toSelf = Delivery.of(thread.guild(), self(thread, user), "THREAD_MEMBERS_UPDATE", d);
        var own =
                Delivery.of(thread.guild(), self(thread, user), "THREAD_MEMBER_UPDATE", membership.in(thread.guild()));
        var others = others(thread, user, whole);
        if (thread.kind() != Channel.Kind.PRIVATE_THREAD) {
            return List.of(own, toSelf, others);
        }
        ThreadShape shape = shapes.of(thread, view, user);
        return List.of(Delivery.of(thread.guild(), self(thread, user), "THREAD_CREATE", shape), own, toSelf, others);
    }

    /// Who was taken out of a private thread hears so, although they see it no more, and then that it is gone.
    private List<Delivery> left(Channel thread, UserId user, View view) {
        var d = change(thread, view);
        d.putArray("removed_member_ids").add(user.text());
        var toSelf = Delivery.of(thread.guild(), new Audience.Self(user), "THREAD_MEMBERS_UPDATE", d);
        var others = others(thread, user, d);
        boolean hidden = thread.kind() == Channel.Kind.PRIVATE_THREAD && !view.canView(user, thread.id());
        return hidden
                ? List.of(
                        toSelf,
                        Delivery.of(thread.guild(), new Audience.Self(user), "THREAD_DELETE", gone(thread)),
                        others)
                : List.of(toSelf, others);
    }

    private static Delivery others(Channel thread, UserId user, ObjectNode d) {
        return Delivery.of(
                thread.guild(),
                new Audience.SeeingOthers(thread.id(), user),
                Intents.GUILD_MEMBERS,
                "THREAD_MEMBERS_UPDATE",
                d);
    }

    private static Audience self(Channel thread, UserId user) {
        return new Audience.SeeingSelf(thread.id(), user);
    }

    private static ObjectNode change(Channel thread, View view) {
        var d = GuildPicture.blank();
        d.put("id", thread.id().text());
        d.put("guild_id", thread.guild().text());
        d.put("member_count", view.membersOf(thread.id()).size());
        return d;
    }

    private static ObjectNode gone(Channel thread) {
        var d = GuildPicture.blank();
        d.put("id", thread.id().text());
        d.put("guild_id", thread.guild().text());
        d.put("parent_id", thread.parent() == null ? null : thread.parent().text());
        d.put("type", thread.kind().number());
        return d;
    }

    private @Nullable MemberShape member(View view, UserId user) {
        var member = view.guild().member(user);
        return member == null
                ? null
                : users.find(user).map(it -> MemberShape.of(member, it)).orElse(null);
    }

    private static Delivery seen(Channel thread, String type, Object d) {
        return Delivery.of(thread.guild(), new Audience.Seeing(thread.id()), type, d);
    }
}
