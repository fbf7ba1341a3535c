package chat.parley.base.bus;

import java.util.function.Consumer;

/// Carries events to everybody on this node, and in a cluster to the nodes that have a session for the guild.
///
/// Events published by one thread arrive in the order of publication; a feature that promises one order (a
/// channel's messages, a guild's settings) publishes while it holds the right to write. Listeners run on the
/// publisher's thread and must only enqueue.
public interface Bus {
    void publish(Event event);

    /// Every event of that type and its subtypes, from now on. Called only while the program is wired.
    <E extends Event> void subscribe(Class<E> type, Consumer<E> listener);
}
