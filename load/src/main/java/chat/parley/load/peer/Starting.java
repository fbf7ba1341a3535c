package chat.parley.load.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A server that may or may not be on this machine.
record Starting(String name, Path needs, Start start) {
    @FunctionalInterface
    interface Start {
        Peer in(Path folder) throws Exception;
    }

    Optional<Peer> begin(Path folder) throws Exception {
        return Files.exists(needs) ? Optional.of(start.in(folder)) : Optional.empty();
    }
}
