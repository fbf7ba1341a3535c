package chat.parley.edge.discord.rest.guild;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.reception.HouseRules;
import chat.parley.reception.Screening;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The rules that newcomers accept (Discord's membership screening). Of its fields there is one, the terms.
public final class ScreeningEndpoints {
    private final Screening screening;

    public ScreeningEndpoints(Screening screening) {
        this.screening = screening;
    }

    public Reply one(Request request) {
        return Reply.json(shape(screening.of(request.caller(), GuildEndpoints.id(request))));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var enabled = body.flag("enabled");
        String text = body.text("description", 0, Limits.RULES_TEXT_MAX_CHARS);
        var terms = terms(body);
        body.check();
        var changed = screening.change(request.caller(), GuildEndpoints.id(request), enabled, before -> {
            var after = terms == null ? before : before.with(terms);
            return body.has("description") ? after.described(text == null || text.isEmpty() ? null : text) : after;
        });
        return Reply.json(shape(changed));
    }

    /// As Discord's clients ask to be let in; there is nobody here who would have to decide it.
    public Reply accept(Request request) {
        var body = Body.of(request);
        var version = time(body);
        var fields = body.objects("form_fields", Limits.RULES_MAX);
        fields.forEach(it -> {
            if (!it.flag("response", false)) {
                it.wrong("response", "BASE_TYPE_REQUIRED", "This field is required");
            }
        });
        if (fields.isEmpty()) {
            body.wrong("form_fields", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        var guild = GuildEndpoints.id(request);
        var member = screening.accept(request.caller(), guild, version == null ? Instant.EPOCH : version);
        return Reply.json(201, Map.of("guild_id", guild, "user_id", member.user(), "application_status", "APPROVED"));
    }

    private static @Nullable Instant time(Body body) {
        String text = body.requiredText("version", 1, 64);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            body.wrong("version", "DATE_TIME_TYPE_PARSE", "Could not parse it. Should be ISO8601.");
            return null;
        }
    }

    /// Discord's clients send the list as text inside of the JSON.
    private static @Nullable List<String> terms(Body body) {
        if (!body.has("form_fields")) {
            return null;
        }
        var inside = body.tree().path("form_fields");
        var whole = Json.mapper().createObjectNode();
        whole.set("form_fields", inside.isString() ? parsed(inside) : inside);
        var outer = Body.of(whole);
        var fields = outer.objects("form_fields", 1);
        if (fields.isEmpty()) {
            outer.check();
            return List.of();
        }
        var field = fields.getFirst();
        if (!field.tree().path("field_type").asString("").equals("TERMS")) {
            field.wrong("field_type", "BASE_TYPE_CHOICES", "Value must be one of ('TERMS',).");
        }
        var terms = field.texts("values", Limits.RULES_MAX, Limits.RULE_MAX_CHARS);
        outer.check();
        return terms;
    }

    private static JsonNode parsed(JsonNode text) {
        return Json.tree(text.asString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, @Nullable Object> shape(HouseRules rules) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("version", rules.version());
        shape.put("description", rules.description());
        shape.put(
                "form_fields",
                rules.terms().isEmpty()
                        ? List.of()
                        : List.of(Map.of(
                                "field_type",
                                "TERMS",
                                "label",
                                "Read and agree to the server rules",
                                "values",
                                rules.terms(),
                                "required",
                                true)));
        return shape;
    }
}
