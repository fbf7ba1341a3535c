package chat.parley.voice.room;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.media.net.Published;
import chat.parley.media.net.Source;
import java.util.List;
import java.util.Set;

/// What a client in a call is told.
public sealed interface SeatEvent {
    /// A session description to be answered.
    ///
    /// @param incoming what the client gets, by section
    /// @param outgoing where it may send what
    record Offered(String sdp, List<Incoming> incoming, List<Outgoing> outgoing) implements SeatEvent {}

    record Incoming(String mid, UserId user, Source source) {}

    record Outgoing(String mid, Source source) {}

    /// All that somebody publishes now.
    record Tracks(UserId user, List<Published> published) implements SeatEvent {}

    record Came(UserId user) implements SeatEvent {}

    record Went(UserId user) implements SeatEvent {}

    /// @param priority others are to be quieter meanwhile
    record Speaking(UserId user, boolean speaking, boolean priority) implements SeatEvent {}

    /// Who is to be shown large, because of all who speak they have the floor.
    record Floor(UserId user) implements SeatEvent {}

    /// A picture stops because the client's line does not carry it, or goes on again.
    record Paused(UserId user, Source source, boolean paused) implements SeatEvent {}

    /// Under which number a bot gets somebody's voice.
    record Numbered(UserId user, int ssrc) implements SeatEvent {}

    /// Who looks at what the client publishes.
    record Viewers(Source source, Set<UserId> users) implements SeatEvent {}

    /// The largest layer that anybody wants of what the client publishes; -1 when nobody does.
    record LayersWanted(Source source, int layer) implements SeatEvent {}

    /// The key exchange is done.
    record Connected(String profile) implements SeatEvent {}

    /// Where a recording of the call stands.
    ///
    /// @param by who asked for it
    /// @param sinceMs when it began; 0 as long as it is only asked for
    /// @param waiting who has yet to agree
    record Recording(RecordingState state, EntityId id, UserId by, long sinceMs, Set<UserId> waiting)
            implements SeatEvent {}

    enum RecordingState {
        /// It begins when everybody present has agreed.
        ASKED,
        RUNNING,
        /// Somebody did not agree, or nobody answered in time.
        CALLED_OFF,
        ENDED
    }

    /// The seat is gone: they left, were moved, put out, or sit elsewhere.
    record Unseated(Why why) implements SeatEvent {}

    enum Why {
        /// The voice state does not have them here any more.
        LEFT,
        /// Another connection of theirs took the seat.
        REPLACED,
        /// Their packets have ceased; they may come again.
        LOST
    }
}
