package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;

/// How the audit log tells a change of a guild's settings.
final class GuildDeeds {
    private GuildDeeds() {}

    static Deed updated(Caller caller, Guild before, Guild after) {
        return Deed.of(caller, after.id(), DeedKind.GUILD_UPDATE, after.id())
                .changing(Changes.between(before, after)
                        .tell("name", Guild::name)
                        .tell("description", Guild::description)
                        .tell("icon_hash", Guild::icon)
                        .tell("owner_id", Guild::owner)
                        .tell("system_channel_id", it -> it.settings().systemChannel())
                        .tell("rules_channel_id", it -> it.settings().rulesChannel())
                        .tell(
                                "safety_alerts_channel_id",
                                it -> it.settings().safety().alerts())
                        .tell(
                                "invites_disabled_until",
                                it -> it.settings().safety().invitesPausedUntil())
                        .tell("dms_disabled_until", it -> it.settings().safety().dmsPausedUntil())
                        .tell(
                                "raid_joins_per_minute",
                                it -> it.settings().safety().raidJoins())
                        .tell("edit_history", it -> it.settings().safety().keepsEdits())
                        .tell("afk_channel_id", it -> it.settings().afkChannel())
                        .tell("afk_timeout", it -> it.settings().afkTimeoutS())
                        .tell("verification_level", it -> it.settings().verificationLevel())
                        .tell(
                                "default_message_notifications",
                                it -> it.settings().defaultNotifications())
                        .tell("explicit_content_filter", it -> it.settings().contentFilter())
                        .tell("preferred_locale", it -> it.settings().locale()));
    }
}
