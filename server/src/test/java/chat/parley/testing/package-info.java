/// What tests stand on: a real database, a real server on a free port, a server in a process of its own, and small
/// clients. Every test class may use all of it; nothing here asserts anything.
@NullMarked
package chat.parley.testing;

import org.jspecify.annotations.NullMarked;
