/// Files as browsers and bots read them, below `/cdn`, laid out as Discord's. Whatever somebody uploaded, nothing that
/// comes from here runs as a page of ours.
@NullMarked
package chat.parley.edge.cdn;

import org.jspecify.annotations.NullMarked;
