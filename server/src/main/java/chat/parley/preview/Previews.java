package chat.parley.preview;

import chat.parley.base.bus.Bus;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.base.web.GuardedClient;
import chat.parley.channel.Viewers;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Messages;
import chat.parley.message.rich.Embeds;
import chat.parley.permission.Permission;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adds previews of links to messages, and addresses of our own to pictures that bots show. Hears every message, so it
/// looks at no more than whether there may be something to do; the rest is done by a few threads. What does not fit
/// their queue gets no preview.
public final class Previews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int THREADS = 4;
    private static final String RICH = "rich";
    private static final List<String> PICTURES = List.of("image", "thumbnail");
    private static final List<String> ICONS = List.of("author", "footer");

    private final Messages messages;
    private final Viewers viewers;
    private final External external;
    private final Pages pages;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Limits.PREVIEWS_WAITING_MAX),
            Thread.ofVirtual().name("previews-", 0).factory(),
            (preview, pool) -> LOG.debug("Too many links at once; one gets no preview"));

    public Previews(Messages messages, Viewers viewers, GuardedClient client, External external, Bus bus, Clock clock) {
        this.messages = messages;
        this.viewers = viewers;
        this.external = external;
        this.pages = new Pages(client, external, clock);
        bus.subscribe(MessageEvent.Posted.class, it -> heard(it.message()));
        bus.subscribe(MessageEvent.Edited.class, it -> heard(it.message()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void heard(Message message) {
        boolean links = message.content().contains("://");
        if (links || !message.extras().embeds().isEmpty()) {
            threads.execute(() -> safely(message));
        }
    }

    private void safely(Message message) {
        try {
            amend(message);
        } catch (Refused gone) {
            LOG.debug("A message went before its preview came");
        } catch (RuntimeException fault) {
            LOG.error("A preview failed", fault);
        }
    }

    private void amend(Message message) {
        boolean hidden = (message.flags() & (Message.SUPPRESS_EMBEDS | Message.IS_COMPONENTS_V2)) != 0;
        if (hidden || (!message.written() && message.extras().embeds().isEmpty())) {
            return;
        }
        var wanted = new ArrayList<JsonNode>();
        message.extras().embeds().list().stream().filter(Previews::own).forEach(it -> wanted.add(proxied(it)));
        if (mayEmbed(message)) {
            for (URI address : Addresses.in(message.content())) {
                var embed = wanted.size() < Limits.EMBEDS_MAX ? pages.embed(address) : null;
                if (embed != null) {
                    wanted.add(embed);
                }
            }
        }
        if (wanted.equals(message.extras().embeds().list())) {
            return;
        }
        messages.relay().amend(message.channel(), message.id(), now -> {
            boolean same = now.content().equals(message.content())
                    && now.flags() == message.flags()
                    && now.extras().embeds().equals(message.extras().embeds());
            return same ? now.with(now.extras().with(new Embeds(wanted))) : now;
        });
    }

    /// What its author made, not a preview.
    private static boolean own(JsonNode embed) {
        String type = embed.path("type").asString(RICH);
        return type.equals(RICH) || !embed.path("url").isString();
    }

    private boolean mayEmbed(Message message) {
        return message.extras().persona() != null
                || Permission.EMBED_LINKS.in(viewers.permissions(message.author(), message.channel()));
    }

    private JsonNode proxied(JsonNode embed) {
        if (!(embed instanceof ObjectNode object)) {
            return embed;
        }
        var copy = object.deepCopy();
        PICTURES.forEach(it -> proxy(copy.path(it), "url", "proxy_url"));
        ICONS.forEach(it -> proxy(copy.path(it), "icon_url", "proxy_icon_url"));
        return copy;
    }

    private void proxy(JsonNode place, String from, String to) {
        String url = place.path(from).asString("");
        if (!(place instanceof ObjectNode object) || !url.startsWith("http") || object.has(to)) {
            return;
        }
        try {
            object.put(to, external.link(URI.create(url)));
        } catch (IllegalArgumentException notAnAddress) {
            object.remove(to);
        }
    }
}
