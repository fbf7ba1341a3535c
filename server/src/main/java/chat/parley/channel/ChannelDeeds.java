package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.channel.trait.Lifespan;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Overwrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of channels. Overwrites of a channel that stays have kinds of their own, one
/// deed for each that differs.
final class ChannelDeeds {
    private ChannelDeeds() {}

    static Deed created(Caller caller, Channel channel) {
        return Deed.of(caller, channel.guild(), DeedKind.CHANNEL_CREATE, channel.id())
                .changing(changes(null, channel).tell("permission_overwrites", it -> told(it.overwrites())));
    }

    static Deed deleted(Caller caller, Channel channel) {
        return Deed.of(caller, channel.guild(), DeedKind.CHANNEL_DELETE, channel.id())
                .changing(changes(channel, null).tell("permission_overwrites", it -> told(it.overwrites())));
    }

    static List<Deed> changed(Caller caller, GuildSnapshot guild, Channel before, Channel after) {
        var deeds = new ArrayList<Deed>();
        var changes = changes(before, after).list();
        if (!changes.isEmpty()) {
            deeds.add(Deed.of(caller, after.guild(), DeedKind.CHANNEL_UPDATE, after.id())
                    .changing(changes));
        }
        for (var old : before.overwrites()) {
            var now = after.overwrite(old.target());
            if (now == null) {
                deeds.add(overwrite(DeedKind.CHANNEL_OVERWRITE_DELETE, caller, guild, after, old, null));
            } else if (!Objects.equals(old, now)) {
                deeds.add(overwrite(DeedKind.CHANNEL_OVERWRITE_UPDATE, caller, guild, after, old, now));
            }
        }
        for (var now : after.overwrites()) {
            if (before.overwrite(now.target()) == null) {
                deeds.add(overwrite(DeedKind.CHANNEL_OVERWRITE_CREATE, caller, guild, after, null, now));
            }
        }
        return deeds;
    }

    private static Changes<Channel> changes(@Nullable Channel before, @Nullable Channel after) {
        return Changes.between(before, after)
                .tell("name", Channel::name)
                .tell("type", it -> it.kind().number())
                .tell("position", Channel::position)
                .tell("parent_id", Channel::parent)
                .tell("topic", it -> it.details().topic())
                .tell("nsfw", it -> it.details().nsfw())
                .tell("rate_limit_per_user", it -> it.details().slowmodeS())
                .tell("bitrate", it -> voice(it) ? it.details().bitrate() : null)
                .tell("user_limit", it -> voice(it) ? it.details().userLimit() : null)
                .tell("lifespan", it -> told(it.details().lifespan()));
    }

    /// Nothing for what all channels are.
    private static @Nullable String told(Lifespan lifespan) {
        return lifespan == Lifespan.KEPT ? null : lifespan.name().toLowerCase(Locale.ROOT);
    }

    private static Deed overwrite(
            DeedKind kind,
            Caller caller,
            GuildSnapshot guild,
            Channel channel,
            @Nullable Overwrite before,
            @Nullable Overwrite after) {
        var there = after == null ? Objects.requireNonNull(before) : after;
        var deed = Deed.of(caller, guild.id(), kind, channel.id())
                .changing(Changes.between(before, after)
                        .tell("id", it -> Long.toString(it.target()))
                        .tell("type", it -> number(it.kind()))
                        .tell("allow", it -> Long.toString(it.allow()))
                        .tell("deny", it -> Long.toString(it.deny())))
                .with("id", there.target())
                .with("type", number(there.kind()));
        return guild.roles().list().stream()
                .filter(it -> there.kind() == Overwrite.Kind.ROLE && it.id().value() == there.target())
                .findFirst()
                .map(it -> deed.with("role_name", it.name()))
                .orElse(deed);
    }

    private static List<Told> told(List<Overwrite> overwrites) {
        return overwrites.stream()
                .map(it -> new Told(
                        Long.toString(it.target()),
                        number(it.kind()),
                        Long.toString(it.allow()),
                        Long.toString(it.deny())))
                .toList();
    }

    private record Told(String id, int type, String allow, String deny) {}

    private static int number(Overwrite.Kind kind) {
        return kind == Overwrite.Kind.ROLE ? 0 : 1;
    }

    private static boolean voice(Channel channel) {
        return channel.kind() == Channel.Kind.VOICE;
    }
}
