/// Bodies that hold a message: posts, edits, webhooks and answers of bots read them all here. What is rich in them
/// is checked and made canonical: unknown fields fall away, defaults are written out.
@NullMarked
package chat.parley.edge.discord.rest.body;

import org.jspecify.annotations.NullMarked;
