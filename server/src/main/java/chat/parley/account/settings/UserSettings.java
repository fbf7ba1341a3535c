package chat.parley.account.settings;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import java.time.Clock;
import java.util.function.UnaryOperator;

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
    public Settings change(Caller caller, SettingsChange change) {
        return changed(caller.id(), change::appliedTo);
    }

    /// Changes what somebody asked for to be changed by itself.
    public Settings change(UserId user, UnaryOperator<Habits> habits) {
        return changed(user, before -> before.with(habits.apply(before.habits())));
    }

    private synchronized Settings changed(UserId user, UnaryOperator<Settings> change) {
        var before = present(store.find(user).orElse(Settings.DEFAULT));
        var after = change.apply(before);
        if (after.equals(before)) {
            return before;
        }
        store.save(user, after);
        known.replace(user, after);
        bus.publish(new SettingsEvent.Changed(user, before, after));
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
