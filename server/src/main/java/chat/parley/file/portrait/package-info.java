/// Pictures that everybody may see: of people, communities, applications, emoji, stickers. Each is kept under its
/// owner and the hash of its bytes, so an address never shows another picture than before.
@NullMarked
package chat.parley.file.portrait;

import org.jspecify.annotations.NullMarked;
