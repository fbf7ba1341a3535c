package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.trait.Lifespan;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The channels of a guild are made, changed and deleted. [Rearranging] moves several at once.
public final class Layout {
    /// Whose room it is may name it, bound it and put people out of it.
    private static final long HOST = Permission.VIEW_CHANNEL.bit()
            | Permission.CONNECT.bit()
            | Permission.MANAGE_CHANNELS.bit()
            | Permission.MOVE_MEMBERS.bit();

    private final Channels channels;
    private final ChannelStore store;
    private final ThreadStore threads;
    private final Snowflakes ids;

    public Layout(Channels channels, Database database, Snowflakes ids) {
        this.channels = channels;
        this.store = new ChannelStore(database);
        this.threads = new ThreadStore(database);
        this.ids = ids;
    }

    /// For what is made with a channel and has an id, as the tags of a forum.
    public long newId() {
        return ids.next();
    }

    /// Makes a channel. Without overwrites of its own it takes over those of its category.
    public Channel add(Caller caller, GuildId guild, ChannelDraft draft) {
        return channels.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_CHANNELS);
            requirePlace(writing);
            var parent = Parents.required(writing, caller, draft.kind(), draft.parent());
            var added = new Channel(
                    new ChannelId(ids.next()),
                    guild,
                    draft.kind(),
                    ChannelName.tidied(draft.kind(), draft.name()),
                    Order.end(writing.now(), draft.kind(), draft.parent()),
                    draft.parent(),
                    draft.details(),
                    initial(draft, parent));
            if (draft.overwrites() != null) {
                Grants.check(access, parent == null ? access.bits() : parent.bits(), List.of(), added);
            }
            return shown(caller, writing, added, draft.position());
        });
    }

    /// Makes a channel for whoever the program does it for.
    Channel add(ChannelWriting writing, Channel channel, int position) {
        requirePlace(writing);
        return placed(writing, channel, position);
    }

    private static void requirePlace(ChannelWriting writing) {
        if (writing.now().list().size() >= Limits.CHANNELS_PER_GUILD_MAX) {
            throw new Refused(new Refusal.Full(Thing.CHANNEL, Limits.CHANNELS_PER_GUILD_MAX));
        }
    }

    /// Changes name, kind, parent, position, details or overwrites.
    ///
    /// @param change makes the wanted channel of the present one; a position other than before moves it
    public Channel change(Caller caller, ChannelId id, UnaryOperator<Channel> change) {
        var guild = channels.seenBy(caller, id).channel().guild();
        return channels.write(guild, writing -> {
            var access = writing.seenBy(caller, id).requiring(Permission.MANAGE_CHANNELS);
            var before = requireNoThread(access.channel());
            var after = change.apply(before);
            if (!Objects.equals(before.parent(), after.parent())) {
                Parents.required(writing, caller, after.kind(), after.parent());
            }
            if (!before.kind().becomes(after.kind())) {
                throw Refusal.invalid(
                        "type", "CHANNEL_TYPE_INVALID", "A channel of this kind cannot become that kind.");
            }
            if (before.details().lifespan() != after.details().lifespan()) {
                // Whoever manages their own temporary room may not make it stay.
                writing.as(caller).requiring(Permission.MANAGE_CHANNELS);
            }
            var tidy = after.named(ChannelName.tidied(after.kind(), after.name()));
            if (!tidy.overwrites().equals(before.overwrites())) {
                access.requiring(Permission.MANAGE_ROLES);
                Grants.check(writing.as(caller), access.bits(), before.overwrites(), tidy);
            }
            return shown(caller, writing, tidy, wantedPosition(before, tidy));
        });
    }

    /// Deletes a channel; those of a category lose their parent.
    public Channel remove(Caller caller, ChannelId id) {
        var guild = channels.seenBy(caller, id).channel().guild();
        return channels.write(guild, writing -> {
            var gone = requireNoThread(writing.seenBy(caller, id)
                    .requiring(Permission.MANAGE_CHANNELS)
                    .channel());
            remove(writing, gone);
            writing.note(ChannelDeeds.deleted(caller, gone));
            return gone;
        });
    }

    void remove(ChannelWriting writing, Channel gone) {
        var id = gone.id();
        var rest = new LinkedHashMap<ChannelId, Channel>();
        for (var channel : writing.now().without(id).list()) {
            rest.put(channel.id(), id.equals(channel.parent()) ? channel.under(null) : channel);
        }
        Order.renumbered(rest.values(), Map.of()).forEach(it -> rest.put(it.id(), it));
        var events = new ArrayList<ChannelEvent>(Order.changes(writing.now(), rest.values()));
        var closed = threads.all(threads.under(id));
        store.delete(id, events.stream().map(ChannelEvent::channel).toList());
        events.addFirst(new ChannelEvent.Deleted(gone));
        close(writing, closed);
        writing.become(writing.now().without(id).with(rest.values()), events);
        leaveSettings(writing, id);
    }

    /// The threads of a channel went with it.
    private static void close(ChannelWriting writing, List<ThreadTable.Entry> closed) {
        closed.forEach(it -> writing.say(new ChannelEvent.Deleted(it.thread(), true)));
        var ids = closed.stream().map(it -> it.thread().id()).toList();
        writing.change(it -> it.without(ids));
    }

    /// A guild whose settings name the channel stops doing so.
    private void leaveSettings(ChannelWriting writing, ChannelId gone) {
        var guild = writing.guild().now().guild();
        var left = guild.without(gone);
        if (!left.equals(guild)) {
            writing.guild().change(left);
        }
    }

    private Channel shown(Caller caller, ChannelWriting writing, Channel channel, @Nullable Integer position) {
        var before = writing.now().find(channel.id());
        var shown = placed(writing, channel, position);
        if (before == null) {
            writing.note(ChannelDeeds.created(caller, shown));
        } else {
            ChannelDeeds.changed(caller, writing.guild().now(), before, shown).forEach(writing::note);
        }
        return shown;
    }

    private Channel placed(ChannelWriting writing, Channel channel, @Nullable Integer position) {
        var all = new LinkedHashMap<ChannelId, Channel>();
        writing.now().list().forEach(it -> all.put(it.id(), it));
        all.put(channel.id(), channel);
        Parents.requireRoom(all.values());
        Map<ChannelId, Integer> wanted = position == null ? Map.of() : Map.of(channel.id(), position);
        Order.renumbered(all.values(), wanted).forEach(it -> all.put(it.id(), it));
        var events = Order.changes(writing.now(), all.values());
        store.save(events.stream().map(ChannelEvent::channel).toList());
        writing.become(writing.now().with(all.values()), events);
        return Objects.requireNonNull(all.get(channel.id()));
    }

    /// Makes a temporary channel below a lobby, like it but for its name and its host. Nobody asked for it by
    /// name, so it is in no audit log.
    ///
    /// @return absent when the lobby is none any more
    /// @throws Refused when the guild has no place for another channel
    public Optional<Channel> openBelow(GuildId guild, ChannelId lobby, UserId host, String name) {
        return channels.write(guild, writing -> {
            var like = writing.now().find(lobby);
            if (like == null || like.details().lifespan() != Lifespan.LOBBY) {
                return Optional.<Channel>empty();
            }
            var room = new Channel(
                    new ChannelId(ids.next()),
                    guild,
                    like.kind(),
                    ChannelName.tidied(like.kind(), name),
                    like.position(),
                    like.parent(),
                    like.details().with(Lifespan.TEMPORARY),
                    hosted(like, host));
            return Optional.of(add(writing, room, like.position() + 1));
        });
    }

    private static List<Overwrite> hosted(Channel lobby, UserId host) {
        var overwrites = new ArrayList<>(lobby.overwrites());
        var before = lobby.overwrite(host.value());
        long allow = before == null ? 0 : before.allow();
        long deny = before == null ? 0 : before.deny();
        overwrites.remove(before);
        overwrites.add(new Overwrite(Overwrite.Kind.MEMBER, host.value(), allow | HOST, deny & ~HOST));
        overwrites.sort((a, b) -> Long.compare(a.target(), b.target()));
        return overwrites;
    }

    /// Deletes a temporary channel if it is still one and nobody is in it.
    ///
    /// @param empty asked while nobody can enter
    public void removeIf(ChannelId id, BooleanSupplier empty) {
        var known = channels.find(id);
        if (known == null) {
            return;
        }
        channels.write(known.guild(), writing -> {
            var now = writing.now().find(id);
            if (now != null && now.details().lifespan() == Lifespan.TEMPORARY && empty.getAsBoolean()) {
                remove(writing, now);
            }
            return true;
        });
    }

    /// Every temporary channel there is.
    public List<ChannelId> temporary() {
        return store.temporary();
    }

    /// Threads are changed by those who started them; see `channel.thread`.
    static Channel requireNoThread(Channel channel) {
        if (channel.kind().thread()) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        return channel;
    }

    private static @Nullable Integer wantedPosition(Channel before, Channel after) {
        if (before.position() != after.position()) {
            return after.position();
        }
        return Objects.equals(before.parent(), after.parent()) ? null : Integer.MAX_VALUE;
    }

    private static List<Overwrite> initial(ChannelDraft draft, @Nullable ChannelAccess parent) {
        if (draft.overwrites() != null) {
            return draft.overwrites();
        }
        return parent == null ? List.of() : parent.channel().overwrites();
    }
}
