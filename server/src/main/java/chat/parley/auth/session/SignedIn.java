package chat.parley.auth.session;

import chat.parley.auth.token.AccessTokens;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;

/// What a device receives when it signs in or renews.
///
/// @param refreshToken good for one renewal
public record SignedIn(UserId user, EntityId session, String accessToken, String refreshToken) {
    /// Seconds until the access token expires.
    public static long expiresInS() {
        return AccessTokens.LIFETIME.toSeconds();
    }

    /// Without the tokens, which must not reach a log.
    @Override
    public String toString() {
        return "SignedIn[" + user + "]";
    }
}
