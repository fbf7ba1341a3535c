/// What the doctor says of ports that are taken, addresses that lead elsewhere, relays and firewalls.
@NullMarked
package chat.parley.checkup;

import org.jspecify.annotations.NullMarked;
