package chat.parley.bots.jda;

import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;

/// Starts the bot: `BOT_TOKEN` says as whom, `PARLEY_URL` where.
public final class Warden {
    private Warden() {}

    public static void main(String[] arguments) throws InterruptedException {
        String url = System.getenv("PARLEY_URL");
        var desk = new TicketDesk();
        var jda = JDABuilder.create(
                        System.getenv("BOT_TOKEN"),
                        EnumSet.of(
                                GatewayIntent.GUILD_MEMBERS,
                                GatewayIntent.GUILD_MESSAGES,
                                GatewayIntent.GUILD_MODERATION,
                                GatewayIntent.GUILD_MESSAGE_POLLS,
                                GatewayIntent.MESSAGE_CONTENT))
                .disableCache(EnumSet.allOf(net.dv8tion.jda.api.utils.cache.CacheFlag.class))
                .setMemberCachePolicy(MemberCachePolicy.ALL)
                .setChunkingFilter(ChunkingFilter.ALL)
                .setRestConfig(new RestConfig().setBaseUrl(url + "/api/v10/"))
                .setSessionController(new At(url))
                .addEventListeners(desk)
                .build()
                .awaitReady();
        Runtime.getRuntime().addShutdownHook(new Thread(jda::shutdownNow));
        jda.addEventListener(new Moderation(log(jda)));
        jda.updateCommands().addCommands(commands()).complete();
        System.out.println("ready");
    }

    private static TextChannel log(JDA jda) {
        var guild = jda.getGuilds().getFirst();
        return guild.createTextChannel("warden-log")
                .setTopic("What the warden did")
                .addPermissionOverride(guild.getPublicRole(), null, EnumSet.of(Permission.MESSAGE_SEND))
                .reason("To write the log")
                .complete();
    }

    private static List<CommandData> commands() {
        return List.of(
                Commands.slash("warn", "Warns a member")
                        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MODERATE_MEMBERS))
                        .addOption(OptionType.USER, "user", "Whom", true)
                        .addOptions(new OptionData(OptionType.STRING, "reason", "Why", true, true).setMaxLength(100)),
                Commands.slash("timeout", "Silences a member for a while")
                        .addOption(OptionType.USER, "user", "Whom", true)
                        .addOptions(new OptionData(OptionType.INTEGER, "minutes", "How long", true)
                                .setRequiredRange(1, 60)),
                Commands.slash("role", "Gives or takes a role")
                        .addSubcommands(new SubcommandData("give", "Gives it")
                                .addOption(OptionType.USER, "user", "Whom", true)
                                .addOption(OptionType.ROLE, "role", "Which", true)),
                Commands.slash("purge", "Deletes the newest messages")
                        .addOption(OptionType.INTEGER, "count", "How many", true),
                Commands.slash("tickets", "Puts the ticket desk here"),
                Commands.slash("poll", "Asks everybody")
                        .addOption(OptionType.STRING, "question", "What", true)
                        .addOption(OptionType.STRING, "answers", "Between commas", true),
                Commands.context(Command.Type.USER, "Who is this"),
                Commands.context(Command.Type.MESSAGE, "Report"));
    }

    /// JDA asks no server where the gateway is unless it is sharded.
    private static final class At extends ConcurrentSessionController {
        private final String url;

        At(String url) {
            this.url = url;
        }

        @Override
        public String getGateway() {
            return url.replaceFirst("^http", "ws") + "/gateway";
        }
    }
}
