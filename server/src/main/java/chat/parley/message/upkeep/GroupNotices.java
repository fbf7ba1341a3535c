package chat.parley.message.upkeep;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channels;
import chat.parley.conversation.ConversationEvent;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import java.util.List;

/// Says in a group who came and went, and what it is called now.
public final class GroupNotices implements AutoCloseable {
    private final Messages messages;
    private final Channels channels;
    private final Chores chores = new Chores("group-notices");

    public GroupNotices(Messages messages, Channels channels, Bus bus) {
        this.messages = messages;
        this.channels = channels;
        bus.subscribe(ConversationEvent.class, it -> chores.add(() -> say(it)));
    }

    @Override
    public void close() {
        chores.close();
    }

    private void say(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.Added(var _, var by, var user) ->
                say(event, by, Message.RECIPIENT_ADDED, "", List.of(user));
            case ConversationEvent.Removed(var _, var by, var user) ->
                say(event, by, Message.RECIPIENT_REMOVED, "", List.of(user));
            case ConversationEvent.Renamed(var _, var by, var name) ->
                say(event, by, Message.NAME_CHANGED, name, List.of());
            case ConversationEvent.Redrawn(var _, var by) -> say(event, by, Message.ICON_CHANGED, "", List.of());
            case ConversationEvent.Opened _, ConversationEvent.Closed _ -> {}
        }
    }

    private void say(ConversationEvent event, UserId by, int kind, String content, List<UserId> named) {
        var channel = channels.find(new ChannelId(event.guild().value()));
        if (channel != null) {
            messages.notice(channel, by, kind, content, named);
        }
    }
}
