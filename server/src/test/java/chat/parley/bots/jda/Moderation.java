package chat.parley.bots.jda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.guild.GuildBanEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.poll.MessagePollVoteAddEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessagePollData;

/// Warns, silences, cleans up, asks everybody.
final class Moderation extends ListenerAdapter {
    private static final List<String> REASONS = List.of("Spam", "Shouting", "Off topic", "Rudeness");

    private final TextChannel log;
    private final Map<Long, Integer> warnings = new ConcurrentHashMap<>();

    Moderation(TextChannel log) {
        this.log = log;
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        String begun = event.getFocusedOption().getValue().toLowerCase(Locale.ROOT);
        event.replyChoiceStrings(REASONS.stream()
                        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(begun))
                        .toList())
                .queue();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        switch (event.getFullCommandName()) {
            case "warn" -> warn(event);
            case "timeout" -> timeout(event);
            case "role give" -> give(event);
            case "purge" -> purge(event);
            case "poll" -> poll(event);
            default -> {}
        }
    }

    private void warn(SlashCommandInteractionEvent event) {
        event.deferReply(true).queue();
        var target = option(event, "user").getAsUser();
        int count = warnings.merge(target.getIdLong(), 1, Integer::sum);
        var embed = new EmbedBuilder()
                .setTitle("Warning")
                .setColor(0xffaa00)
                .addField("Member", target.getAsMention(), true)
                .addField("Count", Integer.toString(count), true)
                .setDescription(option(event, "reason").getAsString())
                .setTimestamp(Instant.now())
                .build();
        note(embed);
        event.getHook()
                .editOriginal("Warned " + target.getName() + ", " + count + " so far.")
                .setEmbeds(embed)
                .flatMap(_ -> event.getHook().sendMessage("It is in the log.").setEphemeral(true))
                .queue();
    }

    private static void timeout(SlashCommandInteractionEvent event) {
        var member = member(event);
        var time = Duration.ofMinutes(option(event, "minutes").getAsLong());
        member.timeoutFor(time)
                .reason("By " + event.getUser().getName())
                .queue(_ -> event.reply(member.getAsMention() + " rests until "
                                + TimeFormat.DATE_TIME_SHORT.format(
                                        Instant.now().plus(time)))
                        .queue());
    }

    private static void give(SlashCommandInteractionEvent event) {
        var member = member(event);
        var role = option(event, "role").getAsRole();
        role.getManager()
                .setColor(0x2e8b57)
                .reason("To be seen")
                .flatMap(_ -> Objects.requireNonNull(event.getGuild())
                        .addRoleToMember(member, role)
                        .reason("As asked"))
                .queue(_ -> event.reply(member.getEffectiveName() + " is now " + role.getName() + ".")
                        .queue());
    }

    private static void purge(SlashCommandInteractionEvent event) {
        event.deferReply(true).queue();
        var channel = event.getChannel().asTextChannel();
        channel.getHistory()
                .retrievePast(option(event, "count").getAsInt())
                .queue(found -> channel.deleteMessages(found)
                        .queue(_ -> event.getHook()
                                .editOriginal("Deleted " + found.size() + " messages.")
                                .queue()));
    }

    private static void poll(SlashCommandInteractionEvent event) {
        var poll =
                MessagePollData.builder(option(event, "question").getAsString()).setDuration(Duration.ofHours(1));
        for (String answer : option(event, "answers").getAsString().split(",", -1)) {
            poll.addAnswer(answer.strip());
        }
        event.deferReply().setPoll(poll.build()).queue();
    }

    @Override
    public void onUserContextInteraction(UserContextInteractionEvent event) {
        var member = Objects.requireNonNull(event.getTargetMember());
        var embed = new EmbedBuilder()
                .setAuthor(event.getTarget().getName())
                .addField("Roles", Integer.toString(member.getRoles().size()), false)
                .addField(
                        "Warnings",
                        Integer.toString(warnings.getOrDefault(event.getTarget().getIdLong(), 0)),
                        false);
        event.replyEmbeds(embed.build()).setEphemeral(true).queue();
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        note(new EmbedBuilder()
                .setTitle("Report")
                .setDescription(event.getTarget().getContentRaw())
                .build());
        event.reply("Thank you, we look into it.").setEphemeral(true).queue();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        var message = event.getMessage();
        if (event.getAuthor().isBot()
                || !message.getContentRaw().toLowerCase(Locale.ROOT).contains("buy now")) {
            return;
        }
        var mentioned = new ArrayList<>(List.of(event.getAuthor()));
        message.addReaction(Emoji.fromUnicode("🚫"))
                .flatMap(_ -> message.delete().reason("Trade"))
                .flatMap(_ -> event.getChannel()
                        .sendMessage("No trade here, " + event.getAuthor().getAsMention() + ".")
                        .mention(mentioned))
                .queue();
    }

    @Override
    public void onMessagePollVoteAdd(MessagePollVoteAddEvent event) {
        System.out.println("vote " + event.getAnswerId() + " of " + event.getUserId());
        event.getChannel().endPollById(event.getMessageIdLong()).queue();
    }

    @Override
    public void onGuildBan(GuildBanEvent event) {
        System.out.println("banned " + event.getUser().getName());
    }

    private void note(MessageEmbed embed) {
        log.sendMessageEmbeds(embed).queue();
    }

    private static Member member(SlashCommandInteractionEvent event) {
        return Objects.requireNonNull(option(event, "user").getAsMember());
    }

    private static OptionMapping option(SlashCommandInteractionEvent event, String name) {
        return Objects.requireNonNull(event.getOption(name));
    }
}
