package chat.parley.account.settings;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import java.time.Clock;

/// Everybody's settings.
public final class UserSettings {
    private final SettingsStore store;
    private final Bus bus;
    private final Clock clock;
    private final BoundedCache<UserId, Settings> known = new BoundedCache<>(Limits.SETTINGS_CACHE_MAX);

    public UserSettings(SettingsStore store, Bus bus, Clock clock) {
        this.store = store;
        this.bus = bus;
        this.clock = clock;
    }

    public Settings of(UserId user) {
        var settings = known.find(user);
        if (settings == null) {
            long stamp = known.stamp();
            settings = store.find(user).orElse(Settings.DEFAULT);
            known.keep(stamp, user, settings);
        }
        return present(settings);
    }

    /// Changes the caller's own settings. One change at a time, so that two do not undo each other.
    public synchronized Settings change(Caller caller, SettingsChange change) {
        var before = present(store.find(caller.id()).orElse(Settings.DEFAULT));
        var after = change.appliedTo(before);
        if (after.equals(before)) {
            return before;
        }
        store.save(caller.id(), after);
        known.replace(caller.id(), after);
        bus.publish(new SettingsEvent.Changed(caller.id(), before, after));
        return after;
    }

    /// Without a custom status that is over.
    private Settings present(Settings settings) {
        var custom = settings.customStatus();
        var until = custom == null ? null : custom.expiresAt();
        if (until == null || clock.instant().isBefore(until)) {
            return settings;
        }
        return new Settings(
                settings.look(),
                settings.locale(),
                settings.status(),
                null,
                settings.guildPositions(),
                settings.developerMode(),
                settings.habits());
    }
}
