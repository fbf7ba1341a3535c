/// Sound and films: what their containers say of size and length, and taking out of them what tells about their maker:
/// places, names, pictures, times. They are never decoded.
@NullMarked
package chat.parley.file.recording;

import org.jspecify.annotations.NullMarked;
