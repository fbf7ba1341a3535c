package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.OwnUserShape;
import chat.parley.edge.discord.shape.people.SettingsShape;
import chat.parley.message.read.ReadStates;
import chat.parley.presence.Presences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/// What a session begins with. A person's READY holds everything; a bot's names its guilds, which follow one by
/// one as GUILD_CREATE, because that is how libraries know that a bot is ready.
public final class Opening {
    private static final int VERSION = 10;

    private final Users users;
    private final UserSettings settings;
    private final ReadStates readStates;
    private final Presences presences;
    private final GuildPicture picture;
    private final ToIntFunction<UserId> flags;
    private final PrivateWords conversations;
    private final FriendWords friends;

    /// @param flags of a bot's application
    public Opening(
            Users users,
            UserSettings settings,
            ReadStates readStates,
            Presences presences,
            GuildPicture picture,
            PrivateWords conversations,
            FriendWords friends,
            ToIntFunction<UserId> flags) {
        this.users = users;
        this.settings = settings;
        this.readStates = readStates;
        this.presences = presences;
        this.picture = picture;
        this.flags = flags;
        this.conversations = conversations;
        this.friends = friends;
    }

    /// @param watched the members that the session was shown, by guild
    public record Opened(List<Dispatch> dispatches, Map<GuildId, List<UserId>> watched) {}

    /// @param cuts the guilds as they are at the session's cuts
    /// @param resumeUrl where the client is to come back
    public Opened of(Session session, List<View> cuts, String resumeUrl) {
        boolean bot = session.caller().bot();
        var ready = common(session, resumeUrl);
        var dispatches = new ArrayList<Dispatch>();
        var watched = new HashMap<GuildId, List<UserId>>();
        var guilds = ready.putArray("guilds");
        var channels = ready.putArray("private_channels");
        for (var view : cuts) {
            if (view.guild().isPrivate()) {
                if (!bot && PrivateWords.visible(view, session.caller().id())) {
                    channels.addPOJO(conversations.shape(view, session.caller().id()));
                }
                continue;
            }
            var id = view.guild().id();
            if (bot) {
                guilds.addObject().put("id", id.text()).put("unavailable", true);
            }
            if (!session.intents().include(Intents.GUILDS)) {
                continue;
            }
            var drawn = picture.of(session, view);
            watched.put(id, drawn.shown());
            if (bot) {
                dispatches.add(drawn.asEvent());
            } else {
                guilds.add(drawn.shape());
            }
        }
        if (bot) {
            ofBot(ready, session);
        } else {
            ofPerson(ready, session.caller().id());
        }
        dispatches.addFirst(Dispatch.solicited("READY", ready));
        if (!bot) {
            dispatches.addAll(picture.voices().ongoing(session.caller().id()));
        }
        return new Opened(dispatches, watched);
    }

    private ObjectNode common(Session session, String resumeUrl) {
        var self = session.caller().id();
        var ready = GuildPicture.blank();
        ready.put("v", VERSION);
        ready.putPOJO("user", OwnUserShape.of(users.account(self), settings.of(self)));
        ready.put("session_id", session.id());
        ready.put("session_type", "normal");
        ready.put("resume_gateway_url", resumeUrl);
        ready.putArray("relationships");
        ready.putArray("_trace");
        return ready;
    }

    private void ofBot(ObjectNode ready, Session session) {
        var self = session.caller().id();
        int bits = flags.applyAsInt(self);
        ready.putObject("application")
                .put("id", self.text())
                .put("flags", bits)
                .put("flags_new", Integer.toString(bits));
        var shard = session.shard();
        ready.putArray("shard").add(shard.index()).add(shard.total());
    }

    /// What the person chose to appear as is made known before anybody hears that they are there.
    private void ofPerson(ObjectNode ready, UserId self) {
        var chosen = settings.of(self);
        presences.chose(self, chosen);
        friends.open(ready, self);
        ready.putArray("users");
        ready.putArray("sessions");
        ready.putPOJO("user_settings", SettingsShape.of(chosen));
        var read = ready.putObject("read_state");
        var entries = read.putArray("entries");
        for (var it : readStates.of(self)) {
            entries.addObject()
                    .put("id", it.channel().text())
                    .put("last_message_id", it.upTo().text())
                    .put("mention_count", it.mentions());
        }
        read.put("version", 1);
        read.put("partial", false);
    }
}
