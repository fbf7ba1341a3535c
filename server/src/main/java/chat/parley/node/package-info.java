/// What the owner of the node decides for all of it: its name, its description, and who may register.
/// Defaults come from the configuration and hold until the owner says otherwise; what was said is kept in the
/// database. Called by `edge.discord.rest`, and asked by `auth` through a supplier that `App` hands over.
@NullMarked
package chat.parley.node;

import org.jspecify.annotations.NullMarked;
