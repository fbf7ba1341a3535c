/// What a browser gets that is no API: the web client out of the jar, kept in memory, and the node's health.
/// Called by `edge.http`: the client on its event loops, the health, which looks at the database, on a
/// virtual thread.
@NullMarked
package chat.parley.edge.page;

import org.jspecify.annotations.NullMarked;
