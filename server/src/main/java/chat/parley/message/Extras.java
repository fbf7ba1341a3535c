package chat.parley.message;

import chat.parley.base.id.EntityId;
import chat.parley.base.json.Json;
import chat.parley.file.Attachment;
import chat.parley.message.rich.Cause;
import chat.parley.message.rich.Components;
import chat.parley.message.rich.Embeds;
import chat.parley.message.rich.Origin;
import chat.parley.message.rich.Persona;
import chat.parley.message.rich.Poll;
import chat.parley.message.rich.Snapshot;
import chat.parley.message.rich.Sticker;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a message holds beside its text. Most hold nothing, and all of those share [#NONE], which is `NULL` in the
/// database and costs neither memory nor encoding.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Extras(
        List<Attachment> attachments,
        Embeds embeds,
        Components components,
        List<Sticker> stickers,
        @Nullable Poll poll,
        @Nullable Persona persona,
        @Nullable Cause cause,
        @Nullable Origin origin,
        @Nullable Snapshot snapshot) {
    public static final Extras NONE =
            new Extras(List.of(), Embeds.NONE, Components.NONE, List.of(), null, null, null, null, null);

    @SuppressWarnings("ConstantValue") // Jackson gives null for what is absent.
    public Extras {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        embeds = embeds == null ? Embeds.NONE : embeds;
        components = components == null ? Components.NONE : components;
        stickers = stickers == null ? List.of() : List.copyOf(stickers);
    }

    /// Whether a message with it can do without text.
    @JsonIgnore
    public boolean tells() {
        return !attachments.isEmpty()
                || !embeds.isEmpty()
                || !components.isEmpty()
                || !stickers.isEmpty()
                || poll != null
                || snapshot != null;
    }

    @JsonIgnore
    boolean filesAlone() {
        return embeds.isEmpty() && components.isEmpty() && stickers.isEmpty() && poll == null && snapshot == null;
    }

    /// The application whose bot wrote it in answer to an interaction, or whose webhook did.
    @JsonIgnore
    public @Nullable EntityId application() {
        if (cause != null) {
            return cause.application();
        }
        return persona == null ? null : persona.application();
    }

    public Extras with(List<Attachment> files) {
        return new Extras(files, embeds, components, stickers, poll, persona, cause, origin, snapshot);
    }

    public Extras with(Embeds other) {
        return new Extras(attachments, other, components, stickers, poll, persona, cause, origin, snapshot);
    }

    public Extras with(Components other) {
        return new Extras(attachments, embeds, other, stickers, poll, persona, cause, origin, snapshot);
    }

    public Extras showing(List<Sticker> chosen) {
        return new Extras(attachments, embeds, components, chosen, poll, persona, cause, origin, snapshot);
    }

    public Extras asking(@Nullable Poll other) {
        return new Extras(attachments, embeds, components, stickers, other, persona, cause, origin, snapshot);
    }

    public Extras spokenBy(@Nullable Persona other) {
        return new Extras(attachments, embeds, components, stickers, poll, other, cause, origin, snapshot);
    }

    public Extras causedBy(@Nullable Cause other) {
        return new Extras(attachments, embeds, components, stickers, poll, persona, other, origin, snapshot);
    }

    public Extras from(@Nullable Origin other, @Nullable Snapshot taken) {
        return new Extras(attachments, embeds, components, stickers, poll, persona, cause, other, taken);
    }

    /// Without what somebody said, for bots that may not read it; who said it and why stays.
    public Extras blank() {
        return equals(NONE)
                ? NONE
                : new Extras(
                        List.of(),
                        Embeds.NONE,
                        Components.NONE,
                        List.of(),
                        null,
                        persona,
                        cause,
                        origin,
                        snapshot == null ? null : snapshot.blank());
    }

    /// As it is stored.
    @Nullable
    String json() {
        return equals(NONE) ? null : Json.text(this);
    }

    static Extras of(@Nullable String json) {
        return json == null
                ? NONE
                : Objects.requireNonNull(Json.read(json.getBytes(StandardCharsets.UTF_8), Extras.class));
    }
}
