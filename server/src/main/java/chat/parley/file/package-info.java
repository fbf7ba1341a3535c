/// What people upload. An [chat.parley.file.Attachment] is the note that a message keeps of a file; where its bytes
/// lie is nobody else's business.
@NullMarked
package chat.parley.file;

import org.jspecify.annotations.NullMarked;
