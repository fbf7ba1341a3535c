/// Large pages for a process that serves calls. A media loop sleeps between two words and then touches a little of what
/// each listener has: with pages of 4 kB the processor looks more for where memory is than it works with it.
/// `LargePages` has the kernel put together what is in use anyway, and never asks for memory beyond that.
/// Called by the media server when it opens and when people come. Linux alone; nothing happens elsewhere.
@NullMarked
package chat.parley.media.net.pages;

import org.jspecify.annotations.NullMarked;
