package chat.parley.voice.room;

/// Tells one client what happens in its call. Called from any thread, in the order of what happens; must not block.
@FunctionalInterface
public interface Listener {
    void on(SeatEvent event);
}
