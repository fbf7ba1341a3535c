/// Templates: what a guild is like (settings, roles, channels and what they grant) under a code, so that others make
/// guilds from it. Nobody and nothing that was said is in a template, and nothing that belongs to the one guild:
/// pictures, its own emoji, roles of bots, what was granted to single members.
@NullMarked
package chat.parley.reception.template;

import org.jspecify.annotations.NullMarked;
