package chat.parley.reception;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.channel.invite.InviteTerms;
import chat.parley.channel.invite.Invites;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Reception.Widget;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What other sites may show of a guild to anybody, as long as its managers want that.
public final class Widgets {
    /// For ever, for any number.
    private static final InviteTerms LASTING = new InviteTerms(0, 0, false, false);

    private final Guilds guilds;
    private final Channels channels;
    private final Viewers viewers;
    private final Invites invites;

    public Widgets(Guilds guilds, Channels channels, Viewers viewers, Invites invites) {
        this.guilds = guilds;
        this.channels = channels;
        this.viewers = viewers;
        this.invites = invites;
    }

    /// @param rooms where everybody may talk; what is written is nobody's business outside
    /// @param invite absent when the widget invites nobody, or the invite was taken back
    public record Shown(
            GuildSnapshot guild,
            List<Channel> rooms,
            @Nullable String invite) {}

    /// @throws chat.parley.base.refusal.Refused with `Unknown`, or `Unfit` when it is off
    public Shown shown(GuildId id) {
        var guild = guilds.snapshot(id);
        if (guild.isPrivate()) {
            throw Refusal.unknown(Thing.GUILD);
        }
        var widget = guild.guild().reception().widget();
        if (!widget.enabled()) {
            throw Refusal.unfit(Why.WIDGET_OFF);
        }
        var rooms = viewers.of(id).visibleToEverybody().stream()
                .filter(it -> it.kind().row() == Channel.Kind.Row.SPOKEN)
                .toList();
        String invite = widget.invite();
        return new Shown(guild, rooms, invite != null && invites.valid(invite) ? invite : null);
    }

    public Widget of(Caller caller, GuildId id) {
        return guilds.of(caller, id)
                .requiring(Permission.MANAGE_GUILD)
                .guild()
                .reception()
                .widget();
    }

    /// @param change its invite is not looked at: another channel gets one of the caller's own, which lasts
    /// @throws chat.parley.base.refusal.Refused as [Invites#create]
    public Widget change(Caller caller, GuildId id, UnaryOperator<Widget> change) {
        return guilds.write(id, writing -> {
            var guild = writing.as(caller).requiring(Permission.MANAGE_GUILD).guild();
            var before = guild.reception().widget();
            var wanted = change.apply(before);
            var after = new Widget(wanted.enabled(), wanted.channel(), invite(caller, id, before, wanted.channel()));
            if (!after.equals(before)) {
                writing.change(guild.with(guild.reception().with(after)));
            }
            var deed = Deed.of(caller, id, DeedKind.GUILD_UPDATE, id)
                    .changing(Changes.between(before, after)
                            .tell("widget_enabled", Widget::enabled)
                            .tell("widget_channel_id", Widget::channel));
            if (!deed.changes().isEmpty()) {
                writing.note(deed);
            }
            return after;
        });
    }

    private @Nullable String invite(Caller caller, GuildId guild, Widget before, @Nullable ChannelId channel) {
        if (channel == null) {
            return null;
        }
        String known = before.invite();
        if (Objects.equals(channel, before.channel()) && known != null && invites.valid(known)) {
            return known;
        }
        if (!channels.seenBy(caller, channel).channel().guild().equals(guild)) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        return invites.create(caller, channel, LASTING).code();
    }
}
