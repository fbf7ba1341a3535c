/// What only some kinds of channels have: threads their state, forums their tags.
@NullMarked
package chat.parley.channel.trait;

import org.jspecify.annotations.NullMarked;
