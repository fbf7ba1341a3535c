package chat.parley.edge.discord.shape;

import chat.parley.base.id.Id;
import chat.parley.base.json.Json;
import chat.parley.edge.discord.shape.file.EmojiShape;
import chat.parley.edge.discord.shape.file.StickerShape;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Safety;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Discord's guild object. Half of its forty fields are the same for every guild here, so it is a tree that
/// starts as a copy of those and not a record; the gateway adds what only GUILD_CREATE carries.
public final class GuildShape {
    /// What no guild here has (yet).
    private static final ObjectNode SAME = (ObjectNode) Json.tree("""
            {
                "home_header": null, "hub_type": null,
                "application_id": null, "region": "automatic", "system_channel_flags": 0,
                "mfa_level": 0,
                "max_presences": null, "max_members": 500000,
                "max_stage_video_channel_users": 50, "max_video_channel_users": 25,
                "premium_tier": 0, "premium_subscription_count": 0,
                "public_updates_channel_id": null,
                "premium_progress_bar_enabled": false, "nsfw": false, "nsfw_level": 0,
                "emojis": [], "stickers": []
            }
            """.getBytes(StandardCharsets.UTF_8));

    private GuildShape() {}

    public static ObjectNode of(GuildSnapshot snapshot) {
        var guild = snapshot.guild();
        var settings = guild.settings();
        var shape = SAME.deepCopy();
        shape.put("id", guild.id().text());
        shape.put("name", guild.name());
        shape.put("icon", guild.icon());
        shape.put("banner", guild.pictures().banner());
        shape.put("splash", guild.pictures().splash());
        shape.put("discovery_splash", guild.pictures().discoverySplash());
        shape.put("description", guild.description());
        shape.put("owner_id", guild.owner().text());
        shape.put("system_channel_id", text(settings.systemChannel()));
        shape.put("rules_channel_id", text(settings.rulesChannel()));
        shape.put("afk_channel_id", text(settings.afkChannel()));
        var reception = guild.reception();
        var features = shape.putArray("features");
        reception.features().forEach(features::add);
        // Ours: Discord's names of features lack it, and the web client offers to answer anew.
        shape.put("onboarding_enabled", reception.onboards());
        shape.put("vanity_url_code", reception.vanity());
        shape.put("widget_enabled", reception.widget().enabled());
        shape.put("widget_channel_id", text(reception.widget().channel()));
        var safety = settings.safety();
        shape.put("safety_alerts_channel_id", text(safety.alerts()));
        shape.set("incidents_data", incidents(safety));
        shape.put("afk_timeout", settings.afkTimeoutS());
        shape.put("verification_level", settings.verificationLevel());
        shape.put("default_message_notifications", settings.defaultNotifications());
        shape.put("explicit_content_filter", settings.contentFilter());
        shape.put("preferred_locale", settings.locale());
        var emojis = shape.putArray("emojis");
        EmojiShape.of(snapshot.expressions().emojis()).forEach(emojis::addPOJO);
        var stickers = shape.putArray("stickers");
        StickerShape.of(guild.id(), snapshot.expressions().stickers()).forEach(stickers::addPOJO);
        var roles = shape.putArray("roles");
        snapshot.roles().list().forEach(role -> roles.addPOJO(RoleShape.of(role)));
        return shape;
    }

    /// With the number of members, and of those online if it is known.
    public static ObjectNode counted(GuildSnapshot snapshot, @Nullable Integer online) {
        var shape = of(snapshot);
        shape.put("approximate_member_count", snapshot.members().size());
        shape.put("approximate_presence_count", online);
        return shape;
    }

    /// What is paused, and when the last raid was; absent when there is nothing to tell.
    public static JsonNode incidents(Safety safety) {
        if (safety.invitesPausedUntil() == null && safety.dmsPausedUntil() == null && safety.raidAt() == null) {
            return Json.mapper().nullNode();
        }
        var shape = Json.mapper().createObjectNode();
        shape.put("invites_disabled_until", text(safety.invitesPausedUntil()));
        shape.put("dms_disabled_until", text(safety.dmsPausedUntil()));
        shape.putNull("dm_spam_detected_at");
        shape.put("raid_detected_at", text(safety.raidAt()));
        return shape;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Json.mapper().valueToTree(time).asString();
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.text();
    }
}
