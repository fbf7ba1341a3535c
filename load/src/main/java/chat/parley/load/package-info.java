/// Measures a running Parley from outside, over its own protocols: it never imports the server. Each scenario starts a
/// node of its own in a scratch directory, loads it for a bounded time over loopback and prints a table and one line of
/// JSON.
@NullMarked
package chat.parley.load;

import org.jspecify.annotations.NullMarked;
