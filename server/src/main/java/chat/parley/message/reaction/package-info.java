/// Emoji under messages: adding, removing, listing who chose one. Unicode only so far. Changes go through the ledger of
/// `message`, so they are ordered with edits and deletions.
@NullMarked
package chat.parley.message.reaction;

import org.jspecify.annotations.NullMarked;
