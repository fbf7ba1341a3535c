package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.Applications;
import chat.parley.bot.command.Availability;
import chat.parley.bot.command.Command;
import chat.parley.bot.command.Commands;
import chat.parley.bot.command.Rule;
import chat.parley.channel.Channels;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.bot.ApplicationShape;
import chat.parley.edge.discord.shape.bot.CommandShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The commands of applications, everywhere and in one guild, and what a person can use in a channel.
public final class CommandEndpoints {
    private final Commands commands;
    private final Availability availability;
    private final Applications applications;
    private final Guilds guilds;
    private final Channels channels;
    private final Users users;
    private final UserSettings settings;

    public CommandEndpoints(
            Commands commands,
            Availability availability,
            Applications applications,
            Guilds guilds,
            Channels channels,
            Users users,
            UserSettings settings) {
        this.commands = commands;
        this.availability = availability;
        this.applications = applications;
        this.guilds = guilds;
        this.channels = channels;
        this.users = users;
        this.settings = settings;
    }

    Reply list(Request request) {
        var all = commands.list(request.caller(), application(request), guild(request));
        boolean whole = request.queryFlag("with_localizations");
        return Reply.json(all.stream()
                .map(it -> whole ? CommandShape.of(it) : localized(request, it))
                .toList());
    }

    Reply one(Request request) {
        return Reply.json(CommandShape.of(
                commands.one(request.caller(), application(request), guild(request), command(request))));
    }

    Reply create(Request request) {
        var body = Body.of(request);
        var draft = CommandBody.draft(body, null);
        body.check();
        var saved = commands.save(request.caller(), application(request), guild(request), draft);
        return Reply.json(saved.fresh() ? 201 : 200, CommandShape.of(saved.command()));
    }

    Reply change(Request request) {
        var body = Body.of(request);
        var changed =
                commands.change(request.caller(), application(request), guild(request), command(request), before -> {
                    var draft = CommandBody.draft(body, before);
                    body.check();
                    return draft;
                });
        return Reply.json(CommandShape.of(changed));
    }

    Reply replace(Request request) {
        var drafts = new ArrayList<Command.Draft>();
        var names = new HashSet<String>();
        var bodies = Body.numbered(request, Limits.COMMANDS_MAX + 2 * Limits.MENU_COMMANDS_MAX);
        for (var body : bodies) {
            var draft = CommandBody.draft(body, null);
            if (!names.add(draft.type() + draft.name())) {
                body.wrong("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
            drafts.add(draft);
        }
        bodies.stream().findFirst().ifPresent(Body::check);
        var replaced = commands.replace(request.caller(), application(request), guild(request), drafts);
        return Reply.json(replaced.stream().map(CommandShape::of).toList());
    }

    Reply delete(Request request) {
        commands.delete(request.caller(), application(request), guild(request), command(request));
        return Reply.none();
    }

    Reply allRules(Request request) {
        var guild = GuildId.of(request.path("guild"));
        var rules = availability.rules(request.caller(), guild, application(request));
        return Reply.json(rules.entrySet().stream()
                .map(it -> rules(request, new EntityId(it.getKey()), it.getValue()))
                .toList());
    }

    Reply rules(Request request) {
        var guild = GuildId.of(request.path("guild"));
        var rules = availability
                .rules(request.caller(), guild, application(request))
                .get(command(request).value());
        if (rules == null) {
            throw Refusal.unknown(Refusal.Thing.RULES);
        }
        return Reply.json(rules(request, command(request), rules));
    }

    Reply rule(Request request) {
        var body = Body.of(request);
        var rules = new ArrayList<Rule>();
        for (var each : body.objects("permissions", Limits.COMMAND_RULES_MAX)) {
            var id = each.id("id");
            var type = each.number("type", Rule.ROLE, Rule.CHANNEL);
            if (id == null || type == null) {
                each.wrong("id", "BASE_TYPE_REQUIRED", "This field is required");
            } else {
                rules.add(new Rule(id, type, each.flag("permission", false)));
            }
        }
        body.check();
        var guild = GuildId.of(request.path("guild"));
        availability.rule(request.caller(), guild, application(request), command(request), rules);
        return Reply.json(rules(request, command(request), rules));
    }

    /// What the caller can use in a channel, with the applications that it belongs to.
    Reply index(Request request) {
        var access = channels.seenBy(request.caller(), ChannelId.of(request.path("channel")));
        return index(request, availability.in(access));
    }

    /// The same for a whole guild.
    Reply guildIndex(Request request) {
        return index(request, availability.in(guilds.of(request.caller(), GuildId.of(request.path("guild")))));
    }

    private Reply index(Request request, List<Command> found) {
        var owners = found.stream().map(Command::application).distinct().toList();
        var bots = users.all(owners);
        return Reply.json(Map.of(
                "applications",
                applications.all(owners).values().stream()
                        .map(it -> ApplicationShape.of(it, bots.get(it.id())))
                        .toList(),
                "application_commands",
                found.stream().map(it -> localized(request, it)).toList()));
    }

    private ObjectNode localized(Request request, Command command) {
        String asked = request.headers().get("X-Discord-Locale");
        return CommandShape.localized(
                command, asked == null ? settings.of(request.caller().id()).locale() : asked);
    }

    private static Map<String, Object> rules(Request request, EntityId target, List<Rule> rules) {
        return Map.of(
                "id",
                target,
                "application_id",
                application(request),
                "guild_id",
                request.path("guild"),
                "permissions",
                rules.stream().map(CommandEndpoints::rule).toList());
    }

    private static Map<String, Object> rule(Rule it) {
        return Map.of("id", new EntityId(it.id()), "type", it.type(), "permission", it.permission());
    }

    private static UserId application(Request request) {
        return UserId.of(request.path("application"));
    }

    private static EntityId command(Request request) {
        return EntityId.of(request.path("command"));
    }

    private static @Nullable GuildId guild(Request request) {
        return request.names().containsKey("guild") ? GuildId.of(request.path("guild")) : null;
    }
}
