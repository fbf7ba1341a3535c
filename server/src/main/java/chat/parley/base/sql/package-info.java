/// Access to PostgreSQL: a pool, plain SQL, transactions. Blocking, so only ever on virtual threads. Stores are its
/// only callers.
@NullMarked
package chat.parley.base.sql;

import org.jspecify.annotations.NullMarked;
