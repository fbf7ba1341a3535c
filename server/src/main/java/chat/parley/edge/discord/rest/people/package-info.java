/// Friends, profiles, notes, the inbox and notification settings over HTTP; `PeopleRoutes` is their table.
@NullMarked
package chat.parley.edge.discord.rest.people;

import org.jspecify.annotations.NullMarked;
