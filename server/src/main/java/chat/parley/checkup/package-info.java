/// What `parley doctor` looks at: the machine, the data directory and its database, and whether calls reach people.
/// Each finding says in plain words what was seen and what helps. Nothing here changes anything.
@NullMarked
package chat.parley.checkup;

import org.jspecify.annotations.NullMarked;
