/// A node in a process of its own, people and messages in it, and clients that cost as little as they can.
@NullMarked
package chat.parley.load.node;

import org.jspecify.annotations.NullMarked;
