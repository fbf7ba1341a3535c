package chat.parley.bot.install;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.role.Roles;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Clears up after bots that left a guild, were kicked or banned: their role and their installation go. On a thread of
/// its own, because whoever tells of it holds the guild's lock.
public final class Departures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("departures").factory());
    private final Users users;
    private final Roles roles;
    private final Installations installations;

    public Departures(Users users, Roles roles, Installations installations, Bus bus) {
        this.users = users;
        this.roles = roles;
        this.installations = installations;
        bus.subscribe(GuildEvent.MemberLeft.class, this::left);
    }

    @Override
    public void close() {
        thread.close();
    }

    private void left(GuildEvent.MemberLeft event) {
        boolean person = users.find(event.user())
                .map(it -> it.kind() == User.Kind.PERSON)
                .orElse(true);
        if (person) {
            return;
        }
        try {
            thread.execute(() -> clearUp(event.guild(), event.user()));
        } catch (RejectedExecutionException stopping) {
            LOG.info("A bot left while the server stops; its role stays until it comes back");
        }
    }

    private void clearUp(GuildId guild, UserId bot) {
        try {
            roles.dissolve(guild, bot);
            installations.forget(guild, bot);
        } catch (Refused gone) {
            LOG.debug("The guild is gone, too");
        } catch (RuntimeException fault) {
            LOG.error("What a bot had in a guild was not cleared up", fault);
        }
    }
}
