/// The audit log of each guild: what moderators and bots did, to whom and why. It hears every
/// [chat.parley.guild.deed.Deed] and writes it before the publication returns, so under the lock under which the
/// thing itself was written: entries have the order of what they tell, and whoever gets an answer finds the entry.
/// Between the commit of the change and that of its entry a crash can lose the entry, never the change. Nothing here
/// decides what is worth an entry; the verbs do.
@NullMarked
package chat.parley.audit;

import org.jspecify.annotations.NullMarked;
