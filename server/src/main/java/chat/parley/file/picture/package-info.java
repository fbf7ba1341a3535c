/// Pictures: measuring them without decoding, taking out what they tell about their maker without encoding them anew,
/// and making them small. Hostile ones cost no more than kind ones.
@NullMarked
package chat.parley.file.picture;

import org.jspecify.annotations.NullMarked;
