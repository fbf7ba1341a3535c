package chat.parley.edge.discord.gateway.event;

import chat.parley.account.UserEvent;
import chat.parley.account.alert.AlertsEvent;
import chat.parley.account.settings.SettingsEvent;
import chat.parley.audit.AuditEvent;
import chat.parley.auth.session.SessionEvent;
import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.bot.command.CommandEvent;
import chat.parley.bot.install.InstallEvent;
import chat.parley.bot.interaction.InteractionEvent;
import chat.parley.bot.webhook.WebhookEvent;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.View;
import chat.parley.channel.event.ScheduledEventChange;
import chat.parley.conversation.ConversationEvent;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.friend.FriendEvent;
import chat.parley.guild.GuildEvent;
import chat.parley.message.MessageEvent;
import chat.parley.message.read.InboxEvent;
import chat.parley.moderation.automod.RuleEvent;
import chat.parley.moderation.report.ReportEvent;
import chat.parley.presence.PresenceEvent;
import chat.parley.voice.VoiceEvent;
import chat.parley.voice.call.CallEvent;
import chat.parley.voice.soundboard.SoundEvent;
import chat.parley.voice.stage.StageEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which words each family of events has.
public final class Words {
    /// Events that belong to no guild, or to several.
    public static final List<Class<? extends Event>> WITHOUT_A_GUILD = List.of(
            UserEvent.class,
            SettingsEvent.class,
            SessionEvent.class,
            FriendEvent.class,
            AlertsEvent.class,
            InboxEvent.class,
            PresenceEvent.class);

    private final GuildWords guilds;
    private final ChannelWords channels;
    private final ThreadWords threads;
    private final MessageWords messages;
    private final PersonWords people;
    private final BotWords bots;
    private final PrivateWords conversations;
    private final FriendWords friends;
    private final GuildPicture picture;
    private final VoiceWords voices;
    private final ModerationWords moderation = new ModerationWords();
    private final ScheduleWords schedule = new ScheduleWords();

    public Words(
            GuildWords guilds,
            ChannelWords channels,
            ThreadWords threads,
            MessageWords messages,
            PersonWords people,
            BotWords bots,
            PrivateWords conversations,
            FriendWords friends,
            GuildPicture picture) {
        this.guilds = guilds;
        this.channels = channels;
        this.threads = threads;
        this.messages = messages;
        this.people = people;
        this.bots = bots;
        this.conversations = conversations;
        this.friends = friends;
        this.picture = picture;
        this.voices = picture.voices();
    }

    /// What is to be said in guilds.
    ///
    /// @param view the event's guild, if it has one
    /// @param concerns whether anybody of a guild listens
    public List<Delivery> of(Event event, @Nullable View view, Predicate<GuildId> concerns) {
        return switch (event) {
            case GuildEvent it
            when view != null -> view.guild().isPrivate() ? conversations.of(it, view) : guilds.of(it, view);
            case ConversationEvent it when view != null -> conversations.of(it, view);
            case ChannelEvent it when it.channel().kind().thread() -> view == null ? List.of() : threads.of(it, view);
            case ChannelEvent it -> channels.of(it);
            case MessageEvent it when view != null -> messages.of(it, view);
            case AuditEvent it -> moderation.of(it);
            case ScheduledEventChange it -> schedule.of(it);
            case VoiceEvent it when view != null -> voices.of(it, view);
            case StageEvent it -> voices.of(it);
            case SoundEvent it -> voices.of(it);
            case CallEvent it -> voices.of(it);
            case RuleEvent it -> moderation.of(it);
            case ReportEvent it -> moderation.of(it);
            case InstallEvent it -> bots.of(it);
            case CommandEvent it -> bots.of(it);
            case WebhookEvent it -> bots.of(it);
            case InteractionEvent it -> bots.of(it);
            case UserEvent it -> people.of(it, concerns);
            case PresenceEvent it -> people.of(it, concerns);
            default -> List.of();
        };
    }

    /// What is to be told to single users, to all of their sessions.
    public Map<UserId, Dispatch> told(Event event) {
        if (event instanceof InteractionEvent it) {
            return bots.told(it);
        }
        var told = people.told(event);
        return told.isEmpty() ? friends.told(event) : told;
    }

    /// Whose rights alone the event touched.
    public static @Nullable UserId touched(Event event) {
        return switch (event) {
            case GuildEvent.MemberJoined it -> it.member().user();
            case GuildEvent.MemberUpdated it -> it.member().user();
            case GuildEvent.MemberLeft it -> it.user();
            default -> null;
        };
    }

    /// A channel that the session's client did not know.
    public Dispatch appeared(Channel channel) {
        return channels.appeared(channel);
    }

    /// The active threads of that channel which the user may see; absent when there are none.
    public @Nullable Dispatch threadsIn(Channel channel, View view, UserId reader) {
        return threads.sync(channel.id(), view, reader);
    }

    /// Who is in a voice channel that the session's client did not know.
    public List<Dispatch> talkingIn(Channel channel, View view) {
        return voices.inside(channel.id(), view);
    }

    /// A private thread that the session's client did not know.
    public Dispatch threadAppeared(Channel thread, View view) {
        return threads.appeared(thread, view);
    }

    /// A private thread that the session's client must forget.
    public Dispatch threadVanished(Channel thread) {
        return threads.vanished(thread);
    }

    /// A channel that the session's client must forget.
    public Dispatch vanished(Channel channel) {
        return channels.vanished(channel);
    }

    /// What a session is told whose user has become a member: the whole guild, or the conversation.
    ///
    /// @param shown the members in it
    public record Welcome(List<Dispatch> dispatches, List<UserId> shown) {}

    public Welcome welcome(Session session, View view) {
        if (view.guild().isPrivate()) {
            var user = session.caller().id();
            return new Welcome(session.caller().bot() ? List.of() : conversations.welcome(view, user), List.of());
        }
        var drawn = picture.of(session, view);
        return new Welcome(List.of(drawn.asEvent()), drawn.shown());
    }

    /// @param isPrivate whether it is a conversation that was left
    public Dispatch farewell(GuildId guild, boolean isPrivate) {
        return isPrivate ? PrivateWords.farewell(guild) : Dispatch.of("GUILD_DELETE", Map.of("id", guild));
    }
}
