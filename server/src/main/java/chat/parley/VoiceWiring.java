package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.edge.discord.gateway.event.Voices;
import chat.parley.edge.discord.rest.voice.CallEndpoints;
import chat.parley.edge.discord.rest.voice.StageEndpoints;
import chat.parley.edge.discord.rest.voice.VoiceRoutes;
import chat.parley.edge.discord.rest.voice.VoiceStateEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.voice.Overseer;
import chat.parley.voice.Podium;
import chat.parley.voice.Statuses;
import chat.parley.voice.Steward;
import chat.parley.voice.VoiceStates;
import chat.parley.voice.call.Calls;
import chat.parley.voice.stage.Stages;
import java.time.Clock;
import java.util.List;

/// The part of [App] that wires who talks where.
final class VoiceWiring {
    final VoiceStates states;
    final Steward steward;
    final Voices voices;

    private final GuildWiring guilds;

    /// Wired before the gateway listens, so that who was put out of a channel is known when the reason is told.
    VoiceWiring(GuildWiring guilds, Database database, Bus bus, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        states = new VoiceStates(guilds.guilds, guilds.viewers, database, bus, clock);
        steward = new Steward(states, bus);
        new Overseer(states, guilds.viewers, bus);
        var statuses = new Statuses(states, guilds.channels, bus);
        var stages = new Stages(guilds.guilds, guilds.channels, states, ids, bus);
        var calls = new Calls(guilds.guilds, guilds.channels, guilds.conversations, states, ids, bus, clock);
        voices = new Voices(states, calls, stages, statuses);
    }

    List<Route> routes(Users users) {
        return VoiceRoutes.all(
                new VoiceStateEndpoints(
                        states, new Podium(states), voices.statuses(), guilds.guilds, guilds.channels, users),
                new StageEndpoints(voices.stages()),
                new CallEndpoints(voices.calls()));
    }
}
