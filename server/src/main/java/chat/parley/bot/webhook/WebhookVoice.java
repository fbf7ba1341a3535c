package chat.parley.bot.webhook;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.channel.thread.Threads;
import chat.parley.guild.Guilds;
import chat.parley.message.Draft;
import chat.parley.message.History;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import chat.parley.message.Relay;
import chat.parley.message.Revision;
import chat.parley.message.rich.Persona;
import org.jspecify.annotations.Nullable;

/// What webhooks write, change and delete, in their channel or in a thread of it.
public final class WebhookVoice {
    private final Guilds guilds;
    private final Channels channels;
    private final Relay relay;
    private final History history;
    private final Threads threads;
    private final Snowflakes ids;

    public WebhookVoice(
            Guilds guilds, Channels channels, Relay relay, History history, Threads threads, Snowflakes ids) {
        this.guilds = guilds;
        this.channels = channels;
        this.relay = relay;
        this.history = history;
        this.threads = threads;
        this.ids = ids;
    }

    /// The channel that it writes in.
    ///
    /// @param thread of the webhook's channel; absent for the channel itself
    /// @throws chat.parley.base.refusal.Refused with `Unknown` when there is no such thread there
    public Channel place(Webhook webhook, @Nullable ChannelId thread) {
        var place = channels.find(thread == null ? webhook.channel() : thread);
        if (place == null || (thread != null && !webhook.channel().equals(place.parent()))) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        if (!place.kind().holdsMessages() && !place.kind().holdsPosts()) {
            throw Refusal.unfit(Why.NO_TEXT_CHANNEL);
        }
        return place;
    }

    public Quoted say(Webhook webhook, Channel place, Persona persona, Draft draft) {
        var spoken = draft.with(draft.extras().spokenBy(persona));
        return relay.post(place, guilds.snapshot(place.guild()), webhook.author(), Message.DEFAULT, spoken);
    }

    /// Posts in a forum: the thread, and what is said as its first message, which has the thread's id.
    public Quoted post(Webhook webhook, Channel forum, ThreadDraft draft, Persona persona, Draft first) {
        var guild = guilds.snapshot(forum.guild());
        var thread = threads.startFor(webhook.author(), forum, new ChannelId(ids.next()), draft);
        try {
            return relay.begin(
                    thread, guild, webhook.author(), first.with(first.extras().spokenBy(persona)));
        } catch (RuntimeException failed) {
            // A post without its message would be an empty shell.
            threads.takeBack(thread);
            throw failed;
        }
    }

    /// One that this webhook wrote.
    public Quoted one(Webhook webhook, Channel place, MessageId id) {
        var found = history.stored(place.id(), id);
        if (!found.message().author().equals(webhook.author())) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
        return found;
    }

    public Quoted edit(Webhook webhook, Channel place, MessageId id, Revision revision) {
        one(webhook, place, id);
        return relay.edit(place, guilds.snapshot(place.guild()), webhook.author(), id, revision);
    }

    public void delete(Webhook webhook, Channel place, MessageId id) {
        one(webhook, place, id);
        relay.delete(place, webhook.author(), id);
    }
}
