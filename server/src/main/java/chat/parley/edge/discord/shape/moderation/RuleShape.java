package chat.parley.edge.discord.shape.moderation;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.moderation.automod.Action;
import chat.parley.moderation.automod.Rule;
import chat.parley.moderation.automod.Trigger;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.ObjectNode;

/// Discord's auto moderation rule object.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RuleShape(
        EntityId id,
        GuildId guildId,
        String name,
        UserId creatorId,
        int eventType,
        int triggerType,
        ObjectNode triggerMetadata,
        List<ObjectNode> actions,
        @JsonUnwrapped Rest rest) {

    /// What comes last.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Rest(boolean enabled, List<RoleId> exemptRoles, List<ChannelId> exemptChannels) {}

    public static RuleShape of(Rule rule) {
        return new RuleShape(
                rule.id(),
                rule.guild(),
                rule.name(),
                rule.creator(),
                rule.trigger().kind().ofNames() ? 2 : 1,
                rule.trigger().kind().number(),
                metadata(rule.trigger()),
                rule.actions().stream().map(RuleShape::action).toList(),
                new Rest(rule.enabled(), rule.exemptRoles(), rule.exemptChannels()));
    }

    public static ObjectNode action(Action action) {
        var shape = Json.mapper().createObjectNode();
        shape.put("type", action.kind().number());
        var metadata = shape.putObject("metadata");
        switch (action.kind()) {
            case BLOCK -> {
                if (action.message() != null) {
                    metadata.put("custom_message", action.message());
                }
            }
            case ALERT -> {
                if (action.channel() != null) {
                    metadata.put("channel_id", action.channel().text());
                }
            }
            case TIMEOUT -> metadata.put("duration_seconds", action.seconds());
            case RESTRAIN -> {}
        }
        return shape;
    }

    private static ObjectNode metadata(Trigger trigger) {
        var shape = Json.mapper().createObjectNode();
        switch (trigger.kind()) {
            case KEYWORD, PROFILE -> {
                list(shape, "keyword_filter", trigger.keywords());
                list(shape, "regex_patterns", trigger.patterns());
                list(shape, "allow_list", trigger.allowed());
            }
            case LINK -> list(shape, "allow_list", trigger.allowed());
            case PRESET -> {
                trigger.presets().forEach(shape.putArray("presets")::add);
                list(shape, "allow_list", trigger.allowed());
            }
            case MENTIONS -> {
                shape.put("mention_total_limit", trigger.mentionLimit());
                shape.put("mention_raid_protection_enabled", trigger.raidProtection());
            }
            case SPAM -> {}
        }
        return shape;
    }

    private static void list(ObjectNode shape, String field, List<String> texts) {
        texts.forEach(shape.putArray(field)::add);
    }
}
