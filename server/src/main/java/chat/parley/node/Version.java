package chat.parley.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Which Parley this is, as the build has written it down.
public final class Version {
    public static final String NAME = read();

    private Version() {}

    private static String read() {
        try (var resource = Version.class.getResourceAsStream("/chat/parley/version")) {
            if (resource == null) {
                throw new IOException("The build left out the version");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
