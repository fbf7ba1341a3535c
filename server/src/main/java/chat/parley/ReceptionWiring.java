package chat.parley;

import chat.parley.account.Users;
import chat.parley.auth.session.LastSeen;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.Overwrites;
import chat.parley.edge.discord.rest.guild.GuildRoutes;
import chat.parley.edge.discord.rest.guild.OnboardingEndpoints;
import chat.parley.edge.discord.rest.guild.PruneEndpoints;
import chat.parley.edge.discord.rest.guild.ScreeningEndpoints;
import chat.parley.edge.discord.rest.guild.TemplateEndpoints;
import chat.parley.edge.discord.rest.guild.VanityEndpoints;
import chat.parley.edge.discord.rest.guild.WelcomeEndpoints;
import chat.parley.edge.discord.rest.guild.WidgetEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.member.Arrivals;
import chat.parley.guild.member.Prune;
import chat.parley.presence.Presences;
import chat.parley.reception.OnboardingRules;
import chat.parley.reception.Onboardings;
import chat.parley.reception.Screening;
import chat.parley.reception.Widgets;
import chat.parley.reception.template.Templates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The part of [App] that wires how guilds are found, entered and cleared out.
final class ReceptionWiring {
    private final GuildWiring guilds;
    private final Prune prune;
    private final Widgets widgets;
    private final Templates templates;
    private final Screening screening;
    private final Onboardings onboardings;
    private final Snowflakes ids;

    ReceptionWiring(GuildWiring guilds, Database database, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        this.ids = ids;
        var arrivals = new Arrivals(database);
        screening = new Screening(guilds.guilds, arrivals, database, clock);
        onboardings = new Onboardings(
                guilds.guilds,
                arrivals,
                new Overwrites(guilds.channels, database),
                new OnboardingRules(guilds.channels, guilds.viewers),
                database);
        widgets = new Widgets(guilds.guilds, guilds.channels, guilds.viewers, guilds.invites);
        templates = new Templates(guilds.guilds, guilds.channels, guilds.founding, database, ids, clock);
        prune = new Prune(guilds.guilds, new LastSeen(database), database, clock);
    }

    /// @param links makes whole addresses of paths of ours
    /// @param portraits keeps the pictures of guilds
    List<Route> routes(Presences presences, Users users, UnaryOperator<String> links, Portraits portraits) {
        var table = new ArrayList<Route>();
        table.addAll(GuildRoutes.members(new PruneEndpoints(prune)));
        table.addAll(GuildRoutes.vanity(new VanityEndpoints(guilds.vanities)));
        table.addAll(GuildRoutes.widget(new WidgetEndpoints(widgets, presences, users, links)));
        table.addAll(GuildRoutes.templates(new TemplateEndpoints(templates, guilds.settings, users, portraits)));
        table.addAll(GuildRoutes.newcomers(
                new WelcomeEndpoints(guilds.welcomes),
                new ScreeningEndpoints(screening),
                new OnboardingEndpoints(onboardings, ids::next)));
        return table;
    }
}
