/// When people want to be told of what happens: levels, mutes and exceptions of each guild and channel. Stored here
/// and obeyed where calls are counted, by the client, and by whatever sends notifications.
@NullMarked
package chat.parley.account.alert;

import org.jspecify.annotations.NullMarked;
