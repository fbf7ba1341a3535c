/// PostgreSQL for a node that has none: the real server's binaries, unpacked from the jar, with our own cluster under
/// the data directory, kept running and stopped with the node. Also the connection pool and the schema, for an external
/// server alike. [chat.parley.App] starts it; nothing here knows what the tables mean.
@NullMarked
package chat.parley.postgres;

import org.jspecify.annotations.NullMarked;
