package chat.parley.message.upkeep;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.guild.member.MessagePurge;
import chat.parley.message.Ledger;
import java.time.Clock;
import java.time.Instant;

/// Deletes what somebody who is banned has written, channel by channel, as bulk deletions that everybody is told of.
public final class Purges implements MessagePurge {
    private final Ledger ledger;
    private final Channels channels;
    private final UpkeepStore store;
    private final Clock clock;

    public Purges(Ledger ledger, Database database, Channels channels, Clock clock) {
        this.ledger = ledger;
        this.channels = channels;
        this.store = new UpkeepStore(database);
        this.clock = clock;
    }

    @Override
    public void purge(Caller by, GuildId guild, UserId author, Instant since) {
        long floor = Snowflakes.floor(since);
        for (var channel : channels.in(guild)) {
            var written = store.writtenBy(author, channel.id(), floor, Limits.BULK_DELETE_MAX);
            while (!written.isEmpty()) {
                ledger.delete(channel, written, clock.instant());
                long next = written.getLast().value() + 1;
                written = store.writtenBy(author, channel.id(), next, Limits.BULK_DELETE_MAX);
            }
        }
    }
}
