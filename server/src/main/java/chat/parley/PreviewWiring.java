package chat.parley;

import chat.parley.base.bus.Bus;
import chat.parley.base.sql.Database;
import chat.parley.base.web.Destinations;
import chat.parley.base.web.GuardedClient;
import chat.parley.channel.Viewers;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.external.ExternalPictures;
import chat.parley.edge.http.Site;
import chat.parley.message.Messages;
import chat.parley.preview.External;
import chat.parley.preview.Pictures;
import chat.parley.preview.Previews;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The part of [App] that wires previews of links and pictures elsewhere.
final class PreviewWiring implements AutoCloseable {
    private final GuardedClient client;
    private final External external;
    private final @Nullable Previews previews;

    PreviewWiring(Config config, Messages messages, Viewers viewers, Database database, Bus bus, Clock clock) {
        client = new GuardedClient(Destinations.with(config.of(Keys.OUTGOING_NETWORKS)));
        external = new External(database, config.publicUrl());
        previews = config.of(Keys.LINK_PREVIEWS).equals("off")
                ? null
                : new Previews(messages, viewers, client, external, bus, clock);
    }

    /// Stands before whatever else serves `/cdn`.
    Site pictures() {
        return new ExternalPictures(external, new Pictures(client));
    }

    @Override
    public void close() {
        if (previews != null) {
            previews.close();
        }
        client.close();
    }
}
