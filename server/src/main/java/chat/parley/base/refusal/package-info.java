/// How the server says no. Features throw [chat.parley.base.refusal.Refused]; each edge turns the
/// [chat.parley.base.refusal.Refusal] inside into its own words with one exhaustive switch.
@NullMarked
package chat.parley.base.refusal;

import org.jspecify.annotations.NullMarked;
