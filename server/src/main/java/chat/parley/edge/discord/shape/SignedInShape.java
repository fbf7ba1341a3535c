package chat.parley.edge.discord.shape;

import chat.parley.auth.session.SignedIn;
import chat.parley.base.id.UserId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What a device receives when it signs in or renews.
///
/// @param expiresIn seconds until `token` expires
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SignedInShape(UserId userId, String token, String refreshToken, long expiresIn) {
    public static SignedInShape of(SignedIn signedIn) {
        return new SignedInShape(
                signedIn.user(), signedIn.accessToken(), signedIn.refreshToken(), SignedIn.expiresInS());
    }

    /// Without the tokens, which must not reach a log.
    @Override
    public String toString() {
        return "SignedInShape[" + userId + "]";
    }
}
