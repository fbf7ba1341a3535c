package chat.parley.edge.discord.rest;

import java.util.Arrays;
import java.util.List;

/// Every field that some body of the API has, for the sweep of [BadInputTest]. A line for each area keeps changes
/// apart.
final class Fields {
    private static final String NAMES = """
            name username password new_password email login invite global_name bio pronouns
            accent_color avatar refresh_token session_id_hashes all_others theme locale status
            custom_status guild_positions developer_mode reduced_motion message_display_compact
            description registration icon owner_id region features system_channel_id type topic
            parent_id position nsfw rate_limit_per_user permission_overwrites bitrate user_limit id
            allow deny permissions color colors hoist mentionable nick roles channel_id
            communication_disabled_until delete_message_seconds user_ids max_age max_uses temporary
            unique content nonce enforce_nonce tts embeds components attachments flags
            message_reference allowed_mentions messages read_states token manual mention_count flags
            tags bot_public install_params integration_types_config interactions_endpoint_url
            custom_install_url guild_id authorize recipient_id recipients note nickname
            friend_source_flags restricted_guilds guild_folders quiet_hours keywords
            message_notifications mute_config muted channel_overrides guilds owner
            application_id data custom_id component_type values target_id options choices nsfw contexts
            days include_roles compute_prune_count code enabled welcome_channels form_fields version
            prompts default_channel_ids mode onboarding_responses
            integration_types default_member_permissions dm_permission name_localizations permission
            """;

    static final List<String> ALL = Arrays.asList(NAMES.strip().split("\\s+", -1));

    private Fields() {}
}
