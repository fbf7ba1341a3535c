package chat.parley.edge.discord.rest.bot;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.interaction.Answer;
import chat.parley.bot.interaction.Interaction;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.ComponentBody;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.file.Attachment;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the answer to an interaction, wherever it came from: a call of ours or the application's own server.
final class CallbackBody {
    private static final int MESSAGE = 4;
    private static final int LATER = 5;
    private static final int UPDATE_LATER = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;

    private CallbackBody() {}

    /// @param files that the message is to have; `null` when nothing is said of them
    /// @param now when it is answered
    static Answer read(Body body, Interaction to, @Nullable List<Attachment> files, Instant now) {
        var type = body.number("type", 1, MODAL);
        body.check();
        var data = body.object("data");
        if (type == null) {
            throw Refusal.required("type");
        }
        return switch (type) {
            case MESSAGE -> message(required(data), to, files, now);
            case LATER -> new Answer.Later(data != null && ephemeral(data));
            case UPDATE_LATER -> new Answer.UpdateLater();
            case UPDATE -> new Answer.Update(DraftBody.revision(data == null ? body : data, files));
            case CHOICES -> new Answer.Choices(choices(required(data), to));
            case MODAL -> modal(required(data));
            default -> throw Refusal.invalid("type", "BASE_TYPE_CHOICES", "Value must be one of {4, 5, 6, 7, 8, 9}.");
        };
    }

    static boolean ephemeral(Body data) {
        var flags = data.longNumber("flags", 0, Long.MAX_VALUE);
        return flags != null && (flags & Message.EPHEMERAL) != 0;
    }

    private static Answer message(Body data, Interaction to, @Nullable List<Attachment> files, Instant now) {
        boolean ephemeral = ephemeral(data);
        return new Answer.Reply(
                DraftBody.draft(data, to.place().channel(), files == null ? Extras.NONE : Extras.NONE.with(files), now),
                ephemeral);
    }

    private static JsonNode choices(Body data, Interaction to) {
        var kind = focused(to.data());
        var choices = OptionBody.choices(data.objects("choices", Limits.COMMAND_CHOICES_MAX), kind);
        data.check();
        return choices;
    }

    /// Of which type the option is that is being written.
    private static OptionKind focused(JsonNode within) {
        for (var option : within.path("options")) {
            if (option.path("focused").asBoolean(false)) {
                var kind = OptionKind.of(option.path("type").asInt(0));
                return kind == null ? OptionKind.STRING : kind;
            }
            if (!option.path("options").isEmpty()) {
                return focused(option);
            }
        }
        return OptionKind.STRING;
    }

    private static Answer modal(Body data) {
        var modal = new Answer.Modal(
                data.requiredText("custom_id", 1, Limits.CUSTOM_ID_MAX_CHARS),
                data.requiredText("title", 1, Limits.MODAL_TITLE_MAX_CHARS),
                ComponentBody.ofModal(data));
        if (modal.components().isEmpty()) {
            data.wrong("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        data.check();
        return modal;
    }

    private static Body required(@Nullable Body data) {
        if (data == null) {
            throw Refusal.required("data");
        }
        return data;
    }
}
