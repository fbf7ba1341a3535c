package chat.parley.conversation;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.PrivateRooms;
import chat.parley.guild.Gathering;
import chat.parley.guild.Guild;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Groups: who comes and goes, what they are called and whose they are.
public final class Groups {
    private final Conversations conversations;
    private final Guilds guilds;
    private final Gathering gathering;
    private final PrivateRooms rooms;
    private final Bus bus;

    public Groups(Conversations conversations, Guilds guilds, Gathering gathering, PrivateRooms rooms, Bus bus) {
        this.conversations = conversations;
        this.guilds = guilds;
        this.gathering = gathering;
        this.rooms = rooms;
        this.bus = bus;
    }

    /// What somebody wants to change; what is `null` stays.
    ///
    /// @param name empty to take it away
    /// @param owner only the owner may name another
    /// @param icon hash of the picture; empty to take it away
    public record Change(
            @Nullable String name,
            @Nullable UserId owner,
            @Nullable String icon) {}

    /// Everybody in a group may bring others; who is there already stays there.
    public void add(Caller caller, GuildId id, UserId user) {
        conversations.requireGuest(caller.id(), user);
        conversations.requireRoom(List.of(user));
        within(caller, id, writing -> {
            if (writing.now().member(user) != null) {
                return false;
            }
            if (writing.now().members().size() >= Limits.GROUP_PEOPLE_MAX) {
                throw new Refused(new Refusal.Full(Thing.RECIPIENT, Limits.GROUP_PEOPLE_MAX));
            }
            gathering.admit(writing, user);
            bus.publish(new ConversationEvent.Added(id, caller.id(), user));
            return true;
        });
    }

    /// The owner may show others out; everybody may leave.
    public void remove(Caller caller, GuildId id, UserId user) {
        within(caller, id, writing -> {
            if (!user.equals(caller.id()) && !writing.now().guild().owner().equals(caller.id())) {
                throw Refusal.notAllowed("Only the owner of the group may do this.");
            }
            if (writing.now().member(user) == null) {
                throw Refusal.unknown(Thing.USER);
            }
            if (writing.now().members().size() == 1) {
                gathering.disband(writing, PrivateRooms::raze);
                rooms.forget(id);
            } else {
                gathering.dismiss(writing, user);
                bus.publish(new ConversationEvent.Removed(id, caller.id(), user));
            }
            return true;
        });
    }

    public GuildSnapshot change(Caller caller, GuildId id, Change change) {
        return within(caller, id, writing -> {
            var before = writing.now().guild();
            var after = change.name() == null ? before : before.named(change.name());
            if (change.owner() != null && !change.owner().equals(before.owner())) {
                after = after.ownedBy(heir(caller, writing.now(), change.owner()));
            }
            if (change.icon() != null) {
                after = after.with(
                        new Guild.Pictures(change.icon().isEmpty() ? null : change.icon(), null, null, null));
            }
            if (!after.equals(before)) {
                writing.change(after);
            }
            if (!after.name().equals(before.name())) {
                bus.publish(new ConversationEvent.Renamed(id, caller.id(), after.name()));
            }
            if (!Objects.equals(after.icon(), before.icon())) {
                bus.publish(new ConversationEvent.Redrawn(id, caller.id()));
            }
            return writing.now();
        });
    }

    private static UserId heir(Caller caller, GuildSnapshot now, UserId wanted) {
        if (!now.guild().owner().equals(caller.id())) {
            throw Refusal.notAllowed("Only the owner of the group may do this.");
        }
        if (now.member(wanted) == null) {
            throw Refusal.unknown(Thing.USER);
        }
        return wanted;
    }

    private <T> T within(Caller caller, GuildId id, Function<GuildWriting, T> change) {
        return guilds.write(id, writing -> {
            if (writing.now().member(caller.id()) == null) {
                throw Refusal.unknown(Thing.CHANNEL);
            }
            if (writing.now().guild().kind() != Guild.Kind.GROUP) {
                throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
            }
            return change.apply(writing);
        });
    }
}
