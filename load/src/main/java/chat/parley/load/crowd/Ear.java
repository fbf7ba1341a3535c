package chat.parley.load.crowd;

/// What a scenario hears of a crowd, on the crowd's one thread.
@FunctionalInterface
public interface Ear {
    /// @param client counted from 0, in the order in which they were opened
    void message(int client, Frame frame);
}
