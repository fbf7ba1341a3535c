package chat.parley.load.sfu;

import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import java.io.IOException;
import java.security.SecureRandom;

/// Somebody who is in the room.
///
/// @param id by which the media process knows it
record Person(String id, MediaClient client) implements AutoCloseable {
    /// All have the same certificate: making one for each would be our cost only.
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Identity IDENTITY = Identity.create(RANDOM);

    static Person join(MediaNode node) throws IOException {
        var joined = node.ask("join");
        var offer = MediaNode.decoded(joined[1]);
        var client = new MediaClient(offer, IDENTITY, RANDOM);
        node.answer(joined[0], client.answer(offer));
        client.connect();
        return new Person(joined[0], client);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
