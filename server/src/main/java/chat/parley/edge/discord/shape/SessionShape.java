package chat.parley.edge.discord.shape;

import chat.parley.account.Caller;
import chat.parley.auth.session.Session;
import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A device on which the caller is signed in.
///
/// @param current whether it is the one that asks
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SessionShape(
        String idHash, boolean current, Instant createdAt, Instant approxLastUsedTime, ClientInfo clientInfo) {

    /// @param platform the browser
    /// @param location the address it was used from last
    public record ClientInfo(String os, String platform, String location) {}

    public static SessionShape of(Session session, Caller caller) {
        var device = session.device();
        return new SessionShape(
                session.idHash(),
                session.id().equals(caller.session()),
                session.createdAt(),
                session.lastUsedAt(),
                new ClientInfo(device.os(), device.browser(), device.ip()));
    }
}
