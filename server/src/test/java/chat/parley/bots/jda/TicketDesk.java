package chat.parley.bots.jda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;

/// Whoever presses the button gets a form, and from the form a private thread with the team.
final class TicketDesk extends ListenerAdapter {
    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (event.getName().equals("tickets")) {
            event.reply("How can we help?")
                    .addComponents(ActionRow.of(Button.primary("ticket:open", "Open a ticket")))
                    .queue();
        }
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        switch (event.getComponentId()) {
            case "ticket:open" -> event.replyModal(form()).queue();
            case "ticket:close" -> Thread.ofVirtual().start(() -> close(event));
            default -> {}
        }
    }

    private static void close(ButtonInteractionEvent event) {
        var ticket = event.getChannel().asThreadChannel();
        event.reply("Closed.").complete();
        Archive.file(
                ticket,
                ticket.getGuild().getTextChannelsByName("warden-log", false).getFirst());
        ticket.getManager().setArchived(true).reason("Solved").complete();
    }

    private static Modal form() {
        return Modal.create("ticket:form", "A ticket")
                .addComponents(
                        Label.of(
                                "Subject",
                                TextInput.create("subject", TextInputStyle.SHORT)
                                        .build()),
                        Label.of(
                                "What happened?",
                                TextInput.create("text", TextInputStyle.PARAGRAPH)
                                        .build()))
                .build();
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        event.deferReply(true).queue();
        String subject = Objects.requireNonNull(event.getValue("subject")).getAsString();
        byte[] text =
                Objects.requireNonNull(event.getValue("text")).getAsString().getBytes(UTF_8);
        var priority = StringSelectMenu.create("ticket:priority")
                .setPlaceholder("Priority")
                .addOption("Low", "low")
                .addOption("High", "high", "Somebody waits")
                .build();
        event.getChannel()
                .asTextChannel()
                .createThreadChannel(subject, true)
                .reason("A ticket")
                .queue(thread -> thread.addThreadMember(event.getUser())
                        .flatMap(_ -> thread.sendMessage(event.getUser().getAsMention() + " writes:")
                                .addFiles(FileUpload.fromData(text, "ticket.txt"))
                                .addComponents(
                                        ActionRow.of(priority), ActionRow.of(Button.danger("ticket:close", "Close"))))
                        .flatMap(_ -> event.getHook().editOriginal("Your ticket is " + thread.getAsMention() + "."))
                        .queue());
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        event.editMessage("Priority: " + event.getValues().getFirst()).queue();
    }
}
