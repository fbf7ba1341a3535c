/// The media server in a process of its own, so that its cost can be told apart, and people who call through
/// it: one who publishes and many who listen and watch, complete WebRTC clients each.
@NullMarked
package chat.parley.load.sfu;

import org.jspecify.annotations.NullMarked;
