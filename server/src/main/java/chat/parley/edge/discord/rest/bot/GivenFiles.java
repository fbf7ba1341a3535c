package chat.parley.edge.discord.rest.bot;

import chat.parley.channel.ChannelAccess;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.file.Attachment;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files that somebody gives to a command or a form: sent with it or uploaded before, named by their number, and
/// kept for a day.
final class GivenFiles {
    private final Map<String, Attachment> byNumber = new HashMap<>();
    private final List<Attachment> taken = new ArrayList<>();

    /// @param data in which `attachments` tells of them
    /// @throws chat.parley.base.refusal.Refused with `Forbidden` when the caller may attach nothing there
    static GivenFiles of(Filing filing, MessageForm form, Body data, ChannelAccess access) {
        var given = new GivenFiles();
        var brought = new MessageForm(data, form.files());
        if (!Filing.brings(brought)) {
            return given;
        }
        access.requiring(Permission.ATTACH_FILES);
        var kept = filing.kept(brought, access.caller().id(), access.channel().id());
        var numbers = new ArrayList<String>();
        data.tree().path("attachments").forEach(it -> numbers.add(it.path("id").asString("")));
        form.files().stream()
                .map(it -> Long.toString(it.number()))
                .filter(it -> !numbers.contains(it))
                .forEach(numbers::add);
        for (int i = 0; i < Math.min(numbers.size(), kept.size()); i++) {
            given.byNumber.put(numbers.get(i), kept.get(i));
        }
        return given;
    }

    /// A file that is used; absent when there is none of that number.
    @Nullable
    Attachment take(String number) {
        var file = byNumber.get(number);
        if (file != null && !taken.contains(file)) {
            taken.add(file);
        }
        return file;
    }

    /// Those that were used.
    List<Attachment> taken() {
        return List.copyOf(taken);
    }
}
