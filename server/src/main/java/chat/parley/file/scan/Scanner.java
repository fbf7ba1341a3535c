package chat.parley.file.scan;

import chat.parley.base.content.Content;

/// Looks into a file before anybody else can.
@FunctionalInterface
public interface Scanner {
    /// Without one.
    Scanner NONE = _ -> {};

    /// Returns when the file is clean. Blocks.
    ///
    /// @throws chat.parley.base.refusal.Refused when it holds a virus, or cannot be examined now
    void check(Content content);
}
