/// Who may do what where, and why: for those who manage roles, and never asked by anything else.
@NullMarked
package chat.parley.channel.inspect;

import org.jspecify.annotations.NullMarked;
