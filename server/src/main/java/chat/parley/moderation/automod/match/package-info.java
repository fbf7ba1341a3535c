/// Finding words, phrases and patterns in a text in time that grows with the text alone, whoever wrote the rules and
/// the text. Pure: no store, no clock but the budget's.
@NullMarked
package chat.parley.moderation.automod.match;

import org.jspecify.annotations.NullMarked;
