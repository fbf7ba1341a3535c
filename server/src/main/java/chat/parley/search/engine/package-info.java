/// The engines behind one interface: Lucene in the data directory, and a side table in PostgreSQL. They find the same
/// messages, because both index the words that [chat.parley.search.engine.Words] makes of a text.
@NullMarked
package chat.parley.search.engine;

import org.jspecify.annotations.NullMarked;
