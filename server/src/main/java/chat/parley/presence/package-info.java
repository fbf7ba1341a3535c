/// Who is there: each user's status over all of their connections. Held in memory only, because it is true only
/// now; nothing here asks a database. What leaves is [chat.parley.presence.PresenceEvent], published by
/// [chat.parley.presence.Presences#tick] and never by a connection's thread. The verbs take a user, the name of
/// a connection and plain values, so that another store can stand behind them when several nodes share
/// presences.
@NullMarked
package chat.parley.presence;

import org.jspecify.annotations.NullMarked;
