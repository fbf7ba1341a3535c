package chat.parley.auth.token;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/// A pair of keys of which the private half signs access tokens.
///
/// @param id the `kid` of tokens and of the published key
record SigningKey(String id, RSAPrivateKey privateKey, RSAPublicKey publicKey, Instant createdAt) {
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
