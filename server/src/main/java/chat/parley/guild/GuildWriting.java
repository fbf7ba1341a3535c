package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.guild.deed.Deed;
import java.time.Clock;

/// The right to change one guild, held by one thread at a time: check against [#now], write to the database, then
/// [#become]. Nobody else changes the guild in between.
public final class GuildWriting {
    private final GuildHall hall;
    private final Memberships memberships;
    private final GuildStore store;
    private final Bus bus;
    private final Clock clock;

    GuildWriting(GuildHall hall, Memberships memberships, GuildStore store, Bus bus, Clock clock) {
        this.hall = hall;
        this.memberships = memberships;
        this.store = store;
        this.bus = bus;
        this.clock = clock;
    }

    public GuildSnapshot now() {
        return hall.now();
    }

    /// The guild as the caller sees it, surely up to date.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown` when they are no member, or it is a conversation
    public GuildAccess as(Caller caller) {
        return access(caller, hall.now(), clock);
    }

    /// Shows the change, which is durable, to everybody, and says what happened.
    public void become(GuildSnapshot next, GuildEvent... events) {
        hall.become(next);
        for (var event : events) {
            switch (event) {
                case GuildEvent.MemberJoined joined ->
                    memberships.joined(joined.member().user(), next.id(), next.isPrivate());
                case GuildEvent.MemberLeft left -> memberships.left(left.user(), next.id());
                default -> {}
            }
            bus.publish(event);
        }
    }

    /// Says who did what, for the audit log.
    public void note(Deed deed) {
        bus.publish(deed);
    }

    /// Stores and shows new settings, name or owner.
    public void change(Guild next) {
        store.update(next);
        become(now().with(next), new GuildEvent.Updated(next));
    }

    static GuildAccess access(Caller caller, GuildSnapshot snapshot, Clock clock) {
        var self = snapshot.member(caller.id());
        if (self == null || snapshot.isPrivate()) {
            throw Refusal.unknown(Thing.GUILD);
        }
        return new GuildAccess(caller, snapshot, self, snapshot.permissions(self, clock.instant()));
    }
}
