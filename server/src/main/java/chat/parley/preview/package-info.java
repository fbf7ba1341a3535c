/// What stands behind the links of a message: a page is fetched by the guarded client, its title, description and
/// picture become an embed, which the message gets by an amendment some moments after it was posted. Nothing here is on
/// the way of a post: a listener looks for `://` and hands on what has it.
///
/// Pictures elsewhere are shown through this server alone
/// ([chat.parley.preview.External]), so that nobody learns who looks at them.
@NullMarked
package chat.parley.preview;

import org.jspecify.annotations.NullMarked;
