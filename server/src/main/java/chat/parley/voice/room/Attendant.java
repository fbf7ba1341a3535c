package chat.parley.voice.room;

/// Stands by in every room: recording does. Called under the room's lock, from any thread; must not wait for long.
public interface Attendant {
    /// Before anybody hears the newcomer or the newcomer anybody.
    void coming(Seat seat);

    void went(Seat seat);

    /// Outside of the lock.
    void consents(Seat seat, boolean agrees);

    /// What the seat sends has changed.
    void sends(Seat seat);
}
