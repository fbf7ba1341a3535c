/// How far each person has read, how often they were called since, and who is writing just now. The calls are counted
/// when somebody asks, from one row for each mention, so that calling ten thousand people costs one row.
@NullMarked
package chat.parley.message.read;

import org.jspecify.annotations.NullMarked;
