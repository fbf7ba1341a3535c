package chat.parley.bot.install;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.bot.Application;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of a guild's applications. The bot's coming and going are deeds of their own.
final class InstallDeeds {
    private InstallDeeds() {}

    static Deed installed(Caller caller, Application application, @Nullable Installation before, Installation after) {
        var kind = before == null ? DeedKind.INTEGRATION_CREATE : DeedKind.INTEGRATION_UPDATE;
        return deed(
                caller,
                after.guild(),
                kind,
                application.id(),
                application.about().name(),
                before,
                after);
    }

    static Deed removed(Caller caller, Installation gone, String name) {
        return deed(caller, gone.guild(), DeedKind.INTEGRATION_DELETE, gone.application(), name, gone, null);
    }

    private static Deed deed(
            Caller caller,
            GuildId guild,
            DeedKind kind,
            UserId application,
            String name,
            @Nullable Installation before,
            @Nullable Installation after) {
        var changes = Changes.between(before, after)
                .tell("name", _ -> name)
                .tell("type", _ -> "discord")
                .tell("scopes", Installation::scopes)
                .tell("permissions", it -> Long.toString(it.permissions()));
        return Deed.of(caller, guild, kind, application).changing(changes);
    }
}
