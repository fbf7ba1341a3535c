/// What `message` asks of moderation, which stands above it: one interface, so that nothing here depends on rules.
@NullMarked
package chat.parley.message.oversight;

import org.jspecify.annotations.NullMarked;
