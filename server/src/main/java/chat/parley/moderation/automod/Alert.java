package chat.parley.moderation.automod;

import chat.parley.base.json.Json;
import chat.parley.message.rich.Embeds;
import chat.parley.moderation.automod.RuleEvent.Offence;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The embed of a message that tells moderators what was caught, with Discord's type and field names.
final class Alert {
    private Alert() {}

    static Embeds of(Rule rule, Offence offence) {
        var embed = Json.mapper().createObjectNode();
        embed.put("type", "auto_moderation_message");
        embed.put("description", offence.content());
        embed.putArray("fields");
        field(embed, "rule_name", rule.name());
        field(embed, "rule_id", rule.id().text());
        if (offence.channel() != null) {
            field(embed, "channel_id", offence.channel().text());
        }
        field(embed, "keyword", offence.hit().keyword());
        field(embed, "keyword_matched_content", offence.hit().text());
        if (offence.message() != null) {
            field(embed, "flagged_message_id", offence.message().text());
        }
        boolean blocked = rule.action(Action.Kind.BLOCK) != null;
        field(embed, "decision_outcome", blocked ? "blocked" : "flagged");
        return new Embeds(List.of(embed));
    }

    private static void field(ObjectNode embed, String name, String value) {
        var field = embed.withArray("fields").addObject();
        field.put("name", name);
        field.put("value", value);
        field.put("inline", false);
    }
}
