package chat.parley.friend;

import chat.parley.account.Caller;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.friend.Relation.Kind;
import chat.parley.guild.Guilds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Asking, accepting, parting and blocking. One at a time, so that both sides always fit together; it is rare.
public final class Friends {
    private final Relations relations;
    private final Users users;
    private final UserSettings settings;
    private final Guilds guilds;
    private final Database database;
    private final Bus bus;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    public Friends(
            Relations relations,
            Users users,
            UserSettings settings,
            Guilds guilds,
            Database database,
            Bus bus,
            Clock clock) {
        this.relations = relations;
        this.users = users;
        this.settings = settings;
        this.guilds = guilds;
        this.database = database;
        this.bus = bus;
        this.clock = clock;
    }

    /// Asks somebody to be a friend, or accepts when they asked before.
    ///
    /// @throws Refused with `Unfit` when they are a bot, oneself, a friend already, or do not want to be asked
    public void ask(Caller caller, UserId other) {
        var self = caller.id();
        requirePerson(self, other);
        locked(() -> {
            var known = relations.between(self, other);
            switch (known == null ? null : known.kind()) {
                case FRIEND -> throw Refusal.unfit(Why.FRIENDS_ALREADY);
                case OUTGOING -> {}
                case INCOMING -> {
                    requireRoom(self);
                    requireRoom(other);
                    both(relation(other, Kind.FRIEND), self, relation(self, Kind.FRIEND), other);
                }
                case BLOCKED -> throw Refusal.unfit(Why.FRIEND_REQUEST_BLOCKED);
                case null -> {
                    requireWelcome(self, other);
                    requireRoom(self);
                    requireRoom(other);
                    both(relation(other, Kind.OUTGOING), self, relation(self, Kind.INCOMING), other);
                }
            }
        });
    }

    /// Ends what there is: a friendship, a request of either side, the caller's own block.
    public void part(Caller caller, UserId other) {
        locked(() -> {
            var own = relations.between(caller.id(), other);
            if (own == null) {
                throw Refusal.unknown(Thing.USER);
            }
            boolean mutual = own.kind() != Kind.BLOCKED;
            database.transaction(sql -> {
                FriendStore.remove(sql, caller.id(), other);
                if (mutual) {
                    FriendStore.remove(sql, other, caller.id());
                }
                return true;
            });
            removed(caller.id(), own);
            var theirs = relations.between(other, caller.id());
            if (mutual && theirs != null) {
                removed(other, theirs);
            }
        });
    }

    /// Nothing is heard of whom one blocks; a friendship or request ends. They are not told why.
    public void block(Caller caller, UserId other) {
        if (other.equals(caller.id())) {
            throw Refusal.unfit(Why.FRIEND_OF_ONESELF);
        }
        users.one(other);
        locked(() -> {
            var own = relations.between(caller.id(), other);
            if (own != null && own.kind() == Kind.BLOCKED) {
                return;
            }
            requireRoom(caller.id());
            var theirs = relations.between(other, caller.id());
            boolean ends = theirs != null && theirs.kind() != Kind.BLOCKED;
            var blocked = relation(other, Kind.BLOCKED);
            database.transaction(sql -> {
                FriendStore.put(sql, caller.id(), blocked);
                if (ends) {
                    FriendStore.remove(sql, other, caller.id());
                }
                return true;
            });
            if (own != null) {
                removed(caller.id(), own);
            }
            added(caller.id(), blocked);
            if (theirs != null && ends) {
                removed(other, theirs);
            }
        });
    }

    /// Calls a friend by another name, for the caller's own eyes.
    public void name(Caller caller, UserId other, @Nullable String nick) {
        locked(() -> {
            var known = relations.between(caller.id(), other);
            if (known == null || known.kind() != Kind.FRIEND) {
                throw Refusal.unknown(Thing.USER);
            }
            var named = known.named(nick);
            database.transaction(sql -> {
                FriendStore.put(sql, caller.id(), named);
                return true;
            });
            relations.changed(caller.id());
            bus.publish(new FriendEvent.Updated(caller.id(), named));
        });
    }

    private void requirePerson(UserId self, UserId other) {
        if (other.equals(self)) {
            throw Refusal.unfit(Why.FRIEND_OF_ONESELF);
        }
        if (users.one(other).kind() != User.Kind.PERSON) {
            throw Refusal.unfit(Why.FRIEND_OF_A_BOT);
        }
    }

    private void requireWelcome(UserId self, UserId other) {
        if (relations.blocks(other, self)) {
            throw Refusal.unfit(Why.FRIEND_REQUEST_BLOCKED);
        }
        var privacy = settings.of(other).habits().privacy();
        boolean welcome = privacy.asksAll()
                || (privacy.asksMutualFriends()
                        && !relations.mutual(self, other).isEmpty())
                || (privacy.asksMutualGuilds() && !guilds.shared(self, other).isEmpty());
        if (!welcome) {
            throw Refusal.unfit(Why.FRIEND_REQUESTS_CLOSED);
        }
    }

    private void requireRoom(UserId user) {
        if (relations.of(user).size() >= Limits.RELATIONS_MAX) {
            throw new Refused(new Refusal.Full(Thing.FRIEND, Limits.RELATIONS_MAX));
        }
    }

    private void both(Relation one, UserId ofOne, Relation other, UserId ofOther) {
        database.transaction(sql -> {
            FriendStore.put(sql, ofOne, one);
            FriendStore.put(sql, ofOther, other);
            return true;
        });
        added(ofOne, one);
        added(ofOther, other);
    }

    private Relation relation(UserId other, Kind kind) {
        return new Relation(other, kind, null, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void added(UserId user, Relation relation) {
        relations.changed(user);
        bus.publish(new FriendEvent.Added(user, relation));
    }

    private void removed(UserId user, Relation relation) {
        relations.changed(user);
        bus.publish(new FriendEvent.Removed(user, relation));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
