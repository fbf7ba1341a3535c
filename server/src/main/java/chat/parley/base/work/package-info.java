/// Work that events ask for and that may block. Who hears an event must not block whoever published it, so the work
/// is handed to [chat.parley.base.work.Chores]. When nobody works, [chat.parley.base.work.HeapThrift] gives memory
/// back.
@NullMarked
package chat.parley.base.work;

import org.jspecify.annotations.NullMarked;
