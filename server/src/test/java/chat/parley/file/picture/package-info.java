/// Tests of what is read out of pictures.
@NullMarked
package chat.parley.file.picture;

import org.jspecify.annotations.NullMarked;
