package chat.parley.edge.discord.rest;

import chat.parley.account.Field;
import chat.parley.account.settings.CustomStatus;
import chat.parley.account.settings.Settings;
import chat.parley.account.settings.SettingsChange;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.people.SettingsShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The caller's settings. What a change leaves out stays as it is.
public final class SettingsEndpoints {
    private static final int LOCALE_MAX_CHARS = 35;

    private final UserSettings settings;

    public SettingsEndpoints(UserSettings settings) {
        this.settings = settings;
    }

    public Reply read(Request request) {
        return Reply.json(SettingsShape.of(settings.of(request.caller().id())));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var change = new SettingsChange(
                choice(body, "theme", Settings.Theme.class),
                body.flag("message_display_compact"),
                body.flag("reduced_motion"),
                body.text("locale", 0, LOCALE_MAX_CHARS),
                choice(body, "status", Settings.Status.class),
                body.has("custom_status") ? Field.of(custom(body)) : Field.untouched(),
                positions(body),
                body.flag("developer_mode"),
                HabitsBody.change(body));
        body.check();
        return Reply.json(SettingsShape.of(settings.change(request.caller(), change)));
    }

    private static @Nullable List<GuildId> positions(Body body) {
        if (!body.has("guild_positions") || body.isNull("guild_positions")) {
            return null;
        }
        return body.ids("guild_positions", Limits.GUILDS_PER_USER_MAX).stream()
                .map(GuildId::new)
                .toList();
    }

    private static @Nullable CustomStatus custom(Body body) {
        var custom = body.object("custom_status");
        if (custom == null) {
            return null;
        }
        String text = filled(custom.text("text", 0, Limits.CUSTOM_STATUS_MAX_CHARS));
        String emoji = filled(custom.text("emoji_name", 0, Limits.EMOJI_MAX_CHARS));
        var until = time(custom, "expires_at");
        custom.check();
        return text == null && emoji == null ? null : new CustomStatus(text, emoji, until);
    }

    private static @Nullable Instant time(Body body, String field) {
        String text = filled(body.text(field, 0, LOCALE_MAX_CHARS));
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            body.wrong(field, "DATE_TIME_TYPE_PARSE", "Could not parse as ISO 8601 with offset.");
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(Body body, String field, Class<E> type) {
        String text = body.text(field, 0, LOCALE_MAX_CHARS);
        if (text == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        String names = Arrays.stream(type.getEnumConstants())
                .map(it -> "'" + it.name().toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", "));
        body.wrong(field, "BASE_TYPE_CHOICES", "Value must be one of (" + names + ").");
        return null;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
