/// Rules that a guild sets for what is written and how members call themselves, and what happens to those who break
/// them. [chat.parley.moderation.automod.Sentry] judges a text before it is posted: only computation, on the poster's
/// thread, bounded in time whatever the rules say. What follows (alerts, timeouts, entries of the audit log) is done by
/// [chat.parley.moderation.automod.Enforcement] on a thread of its own. Bots, webhooks and those who manage the guild
/// are not judged.
@NullMarked
package chat.parley.moderation.automod;

import org.jspecify.annotations.NullMarked;
