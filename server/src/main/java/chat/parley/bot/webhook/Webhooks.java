package chat.parley.bot.webhook;

import chat.parley.account.Caller;
import chat.parley.account.Field;
import chat.parley.auth.session.Secrets;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The webhooks of channels. Whoever manages webhooks makes and changes them; whoever has the token uses and may
/// rename or delete one.
public final class Webhooks {
    private final WebhookStore store;
    private final Guilds guilds;
    private final Channels channels;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;

    public Webhooks(WebhookStore store, Guilds guilds, Channels channels, Snowflakes ids, Bus bus, Clock clock) {
        this.store = store;
        this.guilds = guilds;
        this.channels = channels;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
    }

    /// @throws Refused with `Full` when the channel has too many
    public Webhook create(Caller caller, ChannelId channel, String name) {
        return create(caller, channel, name, caller.bot() ? caller.id() : null);
    }

    /// The same for an application, as somebody who manages webhooks there wants it.
    public synchronized Webhook create(Caller caller, ChannelId channel, String name, @Nullable UserId application) {
        var access = managed(caller, channel);
        if (store.in(channel).size() >= Limits.WEBHOOKS_PER_CHANNEL_MAX) {
            throw new Refused(new Refusal.Full(Thing.WEBHOOK, Limits.WEBHOOKS_PER_CHANNEL_MAX));
        }
        var made = new Webhook(
                new EntityId(ids.next()),
                access.guild().id(),
                channel,
                name,
                null,
                Secrets.fresh() + Secrets.fresh().substring(0, 25),
                application,
                caller.id());
        store.insert(made, clock.instant());
        changed(made);
        bus.publish(Deed.of(caller, made.guild(), DeedKind.WEBHOOK_CREATE, made.id())
                .changing(told(null, made)));
        return made;
    }

    public List<Webhook> in(Caller caller, ChannelId channel) {
        managed(caller, channel);
        return store.in(channel);
    }

    public List<Webhook> in(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_WEBHOOKS);
        return store.in(guild).stream()
                .filter(it -> channels.find(it.channel()) != null)
                .toList();
    }

    /// Those of the ids that the guild still has, whoever asks.
    public List<Webhook> named(GuildId guild, Collection<EntityId> wanted) {
        return store.in(guild).stream().filter(it -> wanted.contains(it.id())).toList();
    }

    public Webhook one(Caller caller, EntityId id) {
        var webhook = store.find(id).orElseThrow(() -> Refusal.unknown(Thing.WEBHOOK));
        channels.seenBy(caller, webhook.channel()).requiring(Permission.MANAGE_WEBHOOKS);
        return webhook;
    }

    /// @throws Refused with `Unknown` when there is none of that id, with `Unfit` when the token is another's
    public Webhook withToken(EntityId id, String token) {
        var webhook = store.find(id).orElseThrow(() -> Refusal.unknown(Thing.WEBHOOK));
        byte[] kept = webhook.token().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(kept, token.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.unfit(Why.INVALID_TOKEN);
        }
        return webhook;
    }

    /// @param channel another one of the same guild, where the caller manages webhooks, too
    public Webhook change(
            Caller caller, EntityId id, @Nullable String name, Field<String> avatar, @Nullable ChannelId channel) {
        var before = one(caller, id);
        var after = (name == null ? before : before.named(name)).drawn(avatar.or(before.avatar()));
        if (channel != null && !channel.equals(before.channel())) {
            if (!managed(caller, channel).guild().id().equals(before.guild())) {
                throw Refusal.unknown(Thing.CHANNEL);
            }
            after = after.movedTo(channel);
        }
        store.update(after);
        changed(before);
        if (!after.channel().equals(before.channel())) {
            changed(after);
        }
        if (!after.equals(before)) {
            bus.publish(
                    Deed.of(caller, after.guild(), DeedKind.WEBHOOK_UPDATE, id).changing(told(before, after)));
        }
        return after;
    }

    public void delete(Caller caller, EntityId id) {
        var webhook = one(caller, id);
        if (store.delete(id)) {
            changed(webhook);
            bus.publish(Deed.of(caller, webhook.guild(), DeedKind.WEBHOOK_DELETE, id)
                    .changing(told(webhook, null)));
        }
    }

    /// By whoever has the token.
    public Webhook rename(Webhook before, @Nullable String name, Field<String> avatar) {
        var after = (name == null ? before : before.named(name)).drawn(avatar.or(before.avatar()));
        store.update(after);
        changed(after);
        if (!after.equals(before)) {
            bus.publish(byItself(after, DeedKind.WEBHOOK_UPDATE).changing(told(before, after)));
        }
        return after;
    }

    /// By whoever has the token.
    public void delete(Webhook webhook) {
        if (store.delete(webhook.id())) {
            changed(webhook);
            bus.publish(byItself(webhook, DeedKind.WEBHOOK_DELETE).changing(told(webhook, null)));
        }
    }

    /// Nobody knows who holds the token, so that the log names the webhook.
    private static Deed byItself(Webhook webhook, DeedKind kind) {
        return new Deed(webhook.guild(), webhook.author(), kind, webhook.id().value(), List.of(), Map.of(), null);
    }

    private void changed(Webhook it) {
        bus.publish(new WebhookEvent(it.guild(), it.channel()));
    }

    private ChannelAccess managed(Caller caller, ChannelId id) {
        var access = channels.seenBy(caller, id).requiring(Permission.MANAGE_WEBHOOKS);
        Channel.Kind kind = access.channel().kind();
        if (kind.thread() || kind.isPrivate() || kind == Channel.Kind.CATEGORY) {
            throw Refusal.unfit(Why.NO_TEXT_CHANNEL);
        }
        return access;
    }

    private static Changes<Webhook> told(@Nullable Webhook before, @Nullable Webhook after) {
        return Changes.between(before, after)
                .tell("name", Webhook::name)
                .tell("avatar_hash", Webhook::avatar)
                .tell("channel_id", it -> it.channel().text())
                .tell("type", _ -> 1)
                .tell("application_id", Webhook::application);
    }
}
