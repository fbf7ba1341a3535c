/// What keeps a community in order: rules that read messages and names (`automod`), what to do when many join at once
/// (`raid`), and what members report (`report`). It stands above `message`, which asks it through an interface of its
/// own before it posts.
@NullMarked
package chat.parley.moderation;

import org.jspecify.annotations.NullMarked;
