/// What people chose for themselves, the same on each of their devices. Presence reads the status from here.
@NullMarked
package chat.parley.account.settings;

import org.jspecify.annotations.NullMarked;
