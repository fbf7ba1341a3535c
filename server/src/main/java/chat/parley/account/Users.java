package chat.parley.account;

import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everybody who has an account on this node.
public final class Users {
    private final UserStore store;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;
    private final BoundedCache<UserId, Account> known = new BoundedCache<>(Limits.USER_CACHE_MAX);
    /// Once somebody is there, somebody stays: the set-up never opens again.
    private volatile boolean settled;
    /// As [#catchUp] saw them last.
    private Set<UserId> operators = Set.of();

    public Users(UserStore store, Snowflakes ids, Bus bus, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
    }

    /// Work that is committed together with a new account, or not at all.
    @FunctionalInterface
    public interface Alongside {
        void in(Database.Sql sql, UserId id) throws SQLException;
    }

    public Optional<User> find(UserId id) {
        return findAccount(id).map(Account::user);
    }

    /// @throws Refused with `Unknown USER`
    public User one(UserId id) {
        return account(id).user();
    }

    /// Those of the ids that exist, by id.
    public Map<UserId, User> all(Collection<UserId> wanted) {
        var found = new HashMap<UserId, User>();
        var missing = new ArrayList<UserId>();
        for (var id : wanted) {
            var account = known.find(id);
            if (account == null) {
                missing.add(id);
            } else {
                found.put(id, account.user());
            }
        }
        if (!missing.isEmpty()) {
            long stamp = known.stamp();
            for (var account : store.all(missing)) {
                known.keep(stamp, account.id(), account);
                found.put(account.id(), account.user());
            }
        }
        return found;
    }

    public Optional<Account> findAccount(UserId id) {
        var account = known.find(id);
        if (account != null) {
            return Optional.of(account);
        }
        long stamp = known.stamp();
        var loaded = store.find(id);
        loaded.ifPresent(it -> known.keep(stamp, id, it));
        return loaded;
    }

    /// With the fields that only its owner sees.
    ///
    /// @throws Refused with `Unknown USER`
    public Account account(UserId id) {
        return findAccount(id).orElseThrow(() -> Refusal.unknown(Refusal.Thing.USER));
    }

    public Optional<User> byUsername(String username) {
        return store.byUsername(Username.lowered(username)).map(Account::user);
    }

    /// By user name or by e-mail address, whichever was typed.
    public Optional<Account> byLogin(String login) {
        return login.contains("@") ? store.byEmail(login.strip()) : store.byUsername(Username.lowered(login));
    }

    /// Whether nobody has registered yet.
    public boolean setupRequired() {
        if (!settled) {
            settled = store.anyPerson();
        }
        return !settled;
    }

    /// Adds the first person, who becomes the node's operator; empty when somebody was faster.
    public Optional<Account> createFirst(NewAccount wanted, Alongside alongside) {
        var account = checked(wanted, true);
        try {
            boolean first = store.insertFirst(account, alongside);
            settled = true;
            return first ? Optional.of(created(account)) : Optional.empty();
        } catch (DatabaseFault fault) {
            throw UserStore.refusalOf(fault);
        }
    }

    /// @throws Refused with `Invalid` when a field is wrong, or the name or address is taken
    public Account create(NewAccount wanted, Alongside alongside) {
        var account = checked(wanted, false);
        try {
            store.insert(account, alongside);
        } catch (DatabaseFault fault) {
            throw UserStore.refusalOf(fault);
        }
        return created(account);
    }

    /// Changes the caller's own profile. Whoever changes the user name or the e-mail address must have shown the
    /// password before.
    public Account change(Caller caller, ProfileChange change) {
        var problems = change.problems();
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.Invalid(problems));
        }
        return write(caller.id(), change);
    }

    /// One at a time, so that two changes of a profile do not undo each other.
    private synchronized Account write(UserId id, ProfileChange change) {
        var before = store.find(id).orElseThrow(() -> Refusal.unknown(Refusal.Thing.USER));
        var after = change.appliedTo(before);
        if (after.equals(before)) {
            return before;
        }
        try {
            store.update(after);
        } catch (DatabaseFault fault) {
            throw UserStore.refusalOf(fault);
        }
        known.replace(id, after);
        bus.publish(new UserEvent.Updated(after.user()));
        return after;
    }

    /// Ends an account for good. Its messages stay, with a name that says that it is gone.
    public void retire(UserId id, Alongside alongside) {
        store.retire(id, alongside);
        known.forget(id);
        bus.publish(new UserEvent.Updated(one(id)));
    }

    /// Accounts whose user name or address begins with the text. For operators only.
    public List<Account> search(Caller caller, String prefix, int limit) {
        if (!caller.operator()) {
            throw Refusal.notAllowed("Only an operator of this node may search its accounts.");
        }
        return store.search(Username.lowered(prefix), Math.min(limit, Limits.USERS_PAGE_MAX));
    }

    /// Makes somebody an operator of the node, or takes that away. Only for the command line: an operator's shell is
    /// the authority.
    public synchronized void makeOperator(UserId id, boolean operator) {
        if (!store.makeOperator(id, operator)) {
            throw Refusal.unknown(Refusal.Thing.USER);
        }
        known.forget(id);
        bus.publish(new UserEvent.Updated(one(id)));
    }

    /// Learns who became or ceased to be an operator by another process, the command line for example.
    public synchronized void catchUp() {
        var now = Set.copyOf(store.operators());
        var before = operators;
        operators = now;
        var changed = new HashSet<>(now);
        changed.addAll(before);
        changed.removeIf(it -> now.contains(it) && before.contains(it));
        for (var id : changed) {
            known.forget(id);
            find(id).ifPresent(it -> bus.publish(new UserEvent.Updated(it)));
        }
    }

    private Account checked(NewAccount wanted, boolean operator) {
        var problems = wanted.problems();
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.Invalid(problems));
        }
        // The database keeps microseconds; what is cached must equal what will be loaded.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var user = new User(
                new UserId(ids.next()),
                Username.of(wanted.username()).text(),
                wanted.displayName(),
                null,
                null,
                null,
                wanted.kind(),
                now);
        return new Account(user, wanted.email(), "", "", operator);
    }

    private Account created(Account account) {
        known.replace(account.id(), account);
        bus.publish(new UserEvent.Created(account.user()));
        return account;
    }
}
