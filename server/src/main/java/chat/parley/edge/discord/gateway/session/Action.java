package chat.parley.edge.discord.gateway.session;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import java.util.List;

/// What a [Connection] wants done after a frame or a tick.
public sealed interface Action {
    /// Nothing.
    record Rest() implements Action {}

    /// Say HEARTBEAT_ACK; the client has received everything up to `seq`.
    record Beat(long seq) implements Action {}

    /// Find out who it is and begin a session.
    record SignIn(String token, Identify identify) implements Action {}

    /// Give it the session that it had.
    record TakeUp(String token, String session, long seq) implements Action {}

    record ShowPresence(PresenceWish wish) implements Action {}

    record FindMembers(MembersWish wish) implements Action {}

    /// Talk somewhere, or nowhere.
    record Speak(VoiceWish wish) implements Action {}

    /// Tell whether there is a call in a conversation.
    record AskCall(ChannelId channel) implements Action {}

    /// Tell the sounds of guilds.
    record ListSounds(List<GuildId> guilds) implements Action {}

    record Close(CloseCode code) implements Action {}
}
