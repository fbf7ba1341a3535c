package chat.parley.bots.jda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.utils.FileUpload;

/// Writes what was said in a ticket, files included, into the log, in a name of its own.
final class Archive {
    private Archive() {}

    static void file(ThreadChannel ticket, TextChannel log) {
        var lines = new ArrayList<String>();
        for (var message : ticket.getHistory().retrievePast(100).complete().reversed()) {
            lines.add(message.getAuthor().getName() + ": " + message.getContentRaw() + texts(message));
        }
        byte[] transcript = String.join("\n", lines).getBytes(UTF_8);
        var hook = log.createWebhook("Archive").reason("To file a ticket").complete();
        var filed = hook.sendMessage(ticket.getName())
                .setUsername("Ticket archive")
                .addFiles(FileUpload.fromData(transcript, "transcript.txt"))
                .complete();
        hook.editMessageById(filed.getIdLong(), "Filed: " + ticket.getName()).complete();
        hook.delete().reason("It is filed").complete();
    }

    private static List<String> texts(Message message) {
        return message.getAttachments().stream().map(Archive::text).toList();
    }

    private static String text(Message.Attachment attachment) {
        try (var in = attachment.getProxy().download().join()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
