package chat.parley.message.upkeep;

import chat.parley.base.bus.Bus;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.message.Message;
import chat.parley.message.Messages;

/// Says in the guild's system channel that somebody has joined.
public final class Greeting implements AutoCloseable {
    private final Messages messages;
    private final Guilds guilds;
    private final Channels channels;
    private final Chores chores = new Chores("greeting");

    public Greeting(Messages messages, Guilds guilds, Channels channels, Bus bus) {
        this.messages = messages;
        this.guilds = guilds;
        this.channels = channels;
        bus.subscribe(GuildEvent.MemberJoined.class, joined -> chores.add(() -> greet(joined)));
    }

    @Override
    public void close() {
        chores.close();
    }

    private void greet(GuildEvent.MemberJoined joined) {
        var guild = guilds.find(joined.guild());
        var place = guild == null ? null : guild.guild().settings().systemChannel();
        var channel = place == null ? null : channels.find(place);
        if (channel != null && channel.kind().holdsMessages()) {
            messages.notice(channel, joined.member().user(), Message.JOIN_NOTICE, null);
        }
    }
}
