package chat.parley.load.sfu.unit;

import chat.parley.media.net.client.Invitation;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.srtp.Profile;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;

/// Somebody who is in the room.
///
/// @param id by which the unit knows it
/// @param line what else has to stay open as long as it is there
public record Person(String id, MediaClient client, Closeable line) implements Closeable {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// All have the same certificate: making one for each would be our cost only.
    private static final Identity IDENTITY = Identity.create(RANDOM);

    static Person connected(String id, Invitation invitation) throws IOException {
        return connected(id, invitation, () -> {});
    }

    static Person connected(String id, Invitation invitation, Closeable line) throws IOException {
        var client = new MediaClient(invitation, IDENTITY, RANDOM, Profile.AEAD_AES_128_GCM);
        try {
            client.connect();
        } catch (IOException unanswered) {
            client.close();
            throw unanswered;
        }
        return new Person(id, client, line);
    }

    static String fingerprint() {
        return IDENTITY.fingerprint();
    }

    @Override
    public void close() throws IOException {
        client.close();
        line.close();
    }
}
