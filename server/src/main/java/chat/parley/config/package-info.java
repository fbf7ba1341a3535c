/// What an operator decides: every key with its default, environment variable and description, the data
/// directory and the secrets in it. [chat.parley.Main] and [chat.parley.App] read it; features are handed the
/// values that they need and never see this package.
@NullMarked
package chat.parley.config;

import org.jspecify.annotations.NullMarked;
