/// What members report to the moderators of their guild: a message or somebody, with a reason. Moderators take reports
/// on, and close them with an outcome. The message's text is kept with the report, because it may be gone by then.
@NullMarked
package chat.parley.moderation.report;

import org.jspecify.annotations.NullMarked;
