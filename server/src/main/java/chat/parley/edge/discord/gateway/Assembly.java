package chat.parley.edge.discord.gateway;

import chat.parley.account.Users;
import chat.parley.account.settings.UserSettings;
import chat.parley.auth.Authentication;
import chat.parley.base.bus.Bus;
import chat.parley.bot.Applications;
import chat.parley.channel.Viewers;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.edge.discord.gateway.event.BotWords;
import chat.parley.edge.discord.gateway.event.ChannelWords;
import chat.parley.edge.discord.gateway.event.FriendWords;
import chat.parley.edge.discord.gateway.event.GuildPicture;
import chat.parley.edge.discord.gateway.event.GuildWords;
import chat.parley.edge.discord.gateway.event.MessageWords;
import chat.parley.edge.discord.gateway.event.Opening;
import chat.parley.edge.discord.gateway.event.PersonWords;
import chat.parley.edge.discord.gateway.event.PrivateWords;
import chat.parley.edge.discord.gateway.event.Roster;
import chat.parley.edge.discord.gateway.event.ThreadWords;
import chat.parley.edge.discord.gateway.event.VoiceWords;
import chat.parley.edge.discord.gateway.event.Voices;
import chat.parley.edge.discord.gateway.event.Words;
import chat.parley.edge.discord.gateway.fanout.Fanout;
import chat.parley.edge.discord.gateway.fanout.Registry;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.guild.Guilds;
import chat.parley.message.Messages;
import chat.parley.message.read.ReadStates;
import chat.parley.presence.Presences;
import java.time.Clock;

/// The gateway's wiring.
///
/// @param users, settings, guilds, viewers, messages, readStates, presences, applications, further what the gateway
///     tells of
public record Assembly(
        Users users,
        UserSettings settings,
        Guilds guilds,
        Viewers viewers,
        Messages messages,
        ReadStates readStates,
        Presences presences,
        Applications applications,
        Further further) {

    /// What also speaks at the gateway, and what is written the same there and over HTTP.
    public record Further(
            MessageShapes messages, ThreadShapes threads, ScheduledEvents events, FriendWords friends, Voices voices) {}

    /// From here on the gateway hears the bus.
    public Gateway gateway(Gateway.Options options, Authentication authentication, Bus bus, Clock clock) {
        var switchboard = new Switchboard(further.voices, new VoiceWords(further.voices, users));
        var registry = new Registry(presences, switchboard::ended, clock);
        var picture = new GuildPicture(users, messages, presences, further.threads, further.events, further.voices);
        var fanout = new Fanout(bus, guilds, viewers, registry, words(picture));
        var arrivals = new Arrivals(
                authentication,
                registry,
                fanout,
                new Opening(
                        users,
                        settings,
                        readStates,
                        presences,
                        picture,
                        new PrivateWords(users, messages),
                        further.friends,
                        applications::flags),
                new Roster(guilds, users, presences),
                options.limits(),
                applications::flags,
                clock);
        return new Gateway(options, registry, fanout, arrivals, switchboard, presences, clock);
    }

    private Words words(GuildPicture picture) {
        var inGuilds = new GuildWords(users);
        var conversations = new PrivateWords(users, messages);
        return new Words(
                inGuilds,
                new ChannelWords(messages),
                new ThreadWords(further.threads, users),
                new MessageWords(further.messages, users),
                new PersonWords(users, settings, guilds, viewers, inGuilds, conversations),
                new BotWords(applications, users, viewers, further.messages),
                conversations,
                further.friends,
                picture);
    }
}
