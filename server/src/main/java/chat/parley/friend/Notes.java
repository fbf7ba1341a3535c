package chat.parley.friend;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import java.util.Map;

/// What people note about others, for their own eyes.
public final class Notes {
    private final FriendStore store;
    private final Users users;
    private final Bus bus;

    public Notes(Database database, Users users, Bus bus) {
        this.store = new FriendStore(database);
        this.users = users;
        this.bus = bus;
    }

    public Map<UserId, String> of(UserId user) {
        return store.notes(user);
    }

    /// @param text empty to take the note away
    public void write(Caller caller, UserId about, String text) {
        users.one(about);
        if (!text.isEmpty()
                && !store.notes(caller.id()).containsKey(about)
                && store.notes(caller.id()).size() >= Limits.NOTES_MAX) {
            throw new Refused(new Refusal.Full(Refusal.Thing.FRIEND, Limits.NOTES_MAX));
        }
        store.note(caller.id(), about, text);
        bus.publish(new FriendEvent.Noted(caller.id(), about, text));
    }
}
