package chat.parley.bot.oauth;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;
import java.util.List;

/// What applications are told of the people who use them.
public sealed interface OAuthEvent extends Event {
    UserId application();

    UserId person();

    record Authorized(UserId application, UserId person, List<String> scopes) implements OAuthEvent {}

    record Deauthorized(UserId application, UserId person) implements OAuthEvent {}
}
