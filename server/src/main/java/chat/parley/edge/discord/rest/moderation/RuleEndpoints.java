package chat.parley.edge.discord.rest.moderation;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.moderation.RuleShape;
import chat.parley.edge.discord.shape.moderation.TrialShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.moderation.automod.Action;
import chat.parley.moderation.automod.Rule;
import chat.parley.moderation.automod.Rules;
import chat.parley.moderation.automod.Trial;
import chat.parley.moderation.automod.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rules of automatic moderation.
public final class RuleEndpoints {
    private static final int EVENT_MAX = 2;
    private static final int KIND_MAX = 6;

    private final Rules rules;
    private final Trial trial;

    public RuleEndpoints(Rules rules, Trial trial) {
        this.rules = rules;
        this.trial = trial;
    }

    /// A route of our own: what a text would set off, by one rule as it stands in the body, or by all that are on.
    public Reply test(Request request) {
        var body = Body.of(request);
        String text = body.requiredText("content", 1, Limits.MESSAGE_MAX_CHARS);
        var draft = body.object("rule");
        var kind = draft == null ? null : kind(draft);
        body.check();
        var found = draft == null || kind == null
                ? trial.of(request.caller(), guild(request), text)
                : trial.of(request.caller(), changed(blank(request, kind, ""), draft), text);
        return Reply.json(Map.of("hits", found.stream().map(TrialShape::of).toList()));
    }

    public Reply list(Request request) {
        return Reply.json(rules.in(request.caller(), guild(request)).stream()
                .map(RuleShape::of)
                .toList());
    }

    public Reply one(Request request) {
        return Reply.json(RuleShape.of(rules.one(request.caller(), guild(request), id(request))));
    }

    public Reply create(Request request) {
        var body = Body.of(request);
        var kind = kind(body);
        String name = body.requiredText("name", 1, Limits.AUTOMOD_NAME_MAX_CHARS);
        var wanted = changed(blank(request, kind, name), body);
        return Reply.json(RuleShape.of(rules.create(request.caller(), guild(request), wanted)));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var changed = rules.edit(request.caller(), guild(request), id(request), rule -> changed(rule, body));
        return Reply.json(RuleShape.of(changed));
    }

    public Reply delete(Request request) {
        rules.delete(request.caller(), guild(request), id(request));
        return Reply.none();
    }

    private static Rule blank(Request request, Trigger.Kind kind, String name) {
        var trigger = new Trigger(kind, List.of(), List.of(), List.of(), List.of(), 0, false);
        return new Rule(
                new EntityId(0), guild(request), new UserId(0), name, false, trigger, List.of(), List.of(), List.of());
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }

    private static EntityId id(Request request) {
        return EntityId.of(request.path("rule"));
    }

    private static Trigger.Kind kind(Body body) {
        var number = body.number("trigger_type", 1, KIND_MAX);
        var kind = number == null ? null : Trigger.Kind.of(number);
        if (kind == null) {
            body.wrong("trigger_type", "BASE_TYPE_REQUIRED", "This field is required");
        }
        return Objects.requireNonNullElse(kind, Trigger.Kind.KEYWORD);
    }

    private static Rule changed(Rule rule, Body body) {
        String name = body.text("name", 1, Limits.AUTOMOD_NAME_MAX_CHARS);
        body.number("event_type", 1, EVENT_MAX);
        var metadata = body.object("trigger_metadata");
        var after = new Rule(
                rule.id(),
                rule.guild(),
                rule.creator(),
                name == null ? rule.name() : name,
                body.flag("enabled", rule.enabled()),
                metadata == null ? rule.trigger() : changed(rule.trigger(), metadata),
                body.has("actions") ? actions(body) : rule.actions(),
                body.has("exempt_roles")
                        ? body.ids("exempt_roles", Limits.AUTOMOD_EXEMPT_ROLES_MAX).stream()
                                .distinct()
                                .map(RoleId::new)
                                .toList()
                        : rule.exemptRoles(),
                body.has("exempt_channels")
                        ? body.ids("exempt_channels", Limits.AUTOMOD_EXEMPT_CHANNELS_MAX).stream()
                                .distinct()
                                .map(ChannelId::new)
                                .toList()
                        : rule.exemptChannels());
        body.check();
        return after;
    }

    /// A kind takes only what it uses.
    private static Trigger changed(Trigger trigger, Body metadata) {
        var kind = trigger.kind();
        boolean texts = kind == Trigger.Kind.KEYWORD || kind == Trigger.Kind.PROFILE;
        var presets = new ArrayList<Integer>(trigger.presets());
        if (kind == Trigger.Kind.PRESET && metadata.has("presets")) {
            presets.clear();
            for (long it : metadata.ids("presets", KIND_MAX)) {
                presets.add((int) Math.min(it, KIND_MAX));
            }
        }
        var limit = metadata.number("mention_total_limit", 0, Limits.AUTOMOD_MENTIONS_MAX);
        boolean counts = kind == Trigger.Kind.MENTIONS;
        int allowed = kind == Trigger.Kind.PRESET ? Limits.AUTOMOD_KEYWORDS_MAX : Limits.AUTOMOD_ALLOWED_MAX;
        return new Trigger(
                kind,
                texts(metadata, "keyword_filter", texts, Limits.AUTOMOD_KEYWORDS_MAX, trigger.keywords()),
                texts(metadata, "regex_patterns", texts, Limits.AUTOMOD_PATTERNS_MAX, trigger.patterns()),
                texts(metadata, "allow_list", kind != Trigger.Kind.SPAM, allowed, trigger.allowed()),
                presets.stream().distinct().toList(),
                counts && limit != null ? limit : trigger.mentionLimit(),
                counts && metadata.flag("mention_raid_protection_enabled", trigger.raidProtection()));
    }

    private static List<String> texts(Body body, String field, boolean used, int max, List<String> now) {
        return used && body.has(field) ? body.texts(field, max, Limits.AUTOMOD_PATTERN_MAX_CHARS) : now;
    }

    private static List<Action> actions(Body body) {
        var actions = new ArrayList<Action>();
        for (var it : body.objects("actions", Limits.AUTOMOD_ACTIONS_MAX)) {
            var number = it.number("type", 1, Action.Kind.values().length);
            var kind = number == null ? null : Action.Kind.of(number);
            if (kind == null) {
                it.wrong("type", "BASE_TYPE_REQUIRED", "This field is required");
                continue;
            }
            actions.add(action(kind, it.object("metadata")));
        }
        return actions;
    }

    private static Action action(Action.Kind kind, @Nullable Body metadata) {
        if (metadata == null) {
            return new Action(kind, null, null, 0);
        }
        String message = metadata.text("custom_message", 0, Limits.AUTOMOD_MESSAGE_MAX_CHARS);
        var channel = kind == Action.Kind.ALERT ? metadata.id("channel_id") : null;
        var seconds = metadata.number("duration_seconds", 0, Limits.AUTOMOD_TIMEOUT_MAX_S);
        return new Action(
                kind,
                kind != Action.Kind.BLOCK || message == null || message.isBlank() ? null : message,
                channel == null ? null : new ChannelId(channel),
                kind == Action.Kind.TIMEOUT && seconds != null ? seconds : 0);
    }
}
