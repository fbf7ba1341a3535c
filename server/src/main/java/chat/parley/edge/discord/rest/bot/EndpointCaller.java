package chat.parley.edge.discord.rest.bot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.base.bus.Bus;
import chat.parley.base.json.Json;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.web.GuardedClient;
import chat.parley.base.web.Unreachable;
import chat.parley.base.web.WebAnswer;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.bot.event.EventCourier;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.InteractionEvent;
import chat.parley.bot.interaction.Interactions;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.bot.InteractionShapes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells interactions to applications that have a server of their own, signed so that it can know us, and takes the
/// answer (Discord docs, interactions/overview, "Setting Up an Endpoint").
public final class EndpointCaller {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointCaller.class);
    private static final int PONG = 1;
    private static final int LATER = 202;
    private static final int UNAUTHORIZED = 401;

    private final GuardedClient client;
    private final Applications applications;
    private final Interactions interactions;
    private final ReplyEndpoints replies;
    private final InteractionShapes shapes;

    public EndpointCaller(
            GuardedClient client,
            Applications applications,
            Interactions interactions,
            ReplyEndpoints replies,
            InteractionShapes shapes) {
        this.client = client;
        this.applications = applications;
        this.interactions = interactions;
        this.replies = replies;
        this.shapes = shapes;
    }

    /// From now on, interactions are told.
    public void listen(Bus bus) {
        bus.subscribe(InteractionEvent.Used.class, event -> {
            String url = applications
                    .find(event.it().application())
                    .map(Application::interactionsUrl)
                    .orElse(null);
            if (url != null) {
                Thread.ofVirtual().name("interaction").start(() -> tell(event.it(), url));
            }
        });
    }

    /// Whether the servers of an application at addresses that are new are there, know our signature and refuse
    /// a forged one.
    ///
    /// @throws Refused with `Invalid` when one does not
    void verify(Application before, Application.Reach wanted) {
        String interactions = wanted.interactions();
        if (interactions != null && !interactions.equals(before.reach().interactions())) {
            byte[] ping = Json.bytes(Map.of(
                    "id", before.id(), "application_id", before.id(), "type", PONG, "token", "ping", "version", 1));
            verify(
                    before,
                    interactions,
                    ping,
                    "interactions_endpoint_url",
                    it -> it.status() == 200
                            && Json.tree(it.body()).path("type").asInt(0) == PONG);
        }
        String events = wanted.events().url();
        if (events != null && !events.equals(before.reach().events().url())) {
            byte[] ping = EventCourier.ping(before.id());
            verify(before, events, ping, "event_webhooks_url", it -> it.status() == 204);
        }
    }

    private void verify(Application application, String url, byte[] ping, String field, Predicate<WebAnswer> greets) {
        try {
            var greeted = call(application, url, ping, ping);
            byte[] other = "forged".getBytes(US_ASCII);
            if (greets.test(greeted) && call(application, url, ping, other).status() == UNAUTHORIZED) {
                return;
            }
        } catch (Unreachable | Refused unfit) {
            LOG.debug("An endpoint was not verified", unfit);
        }
        throw Refusal.invalid(
                field,
                "APPLICATION_" + field.toUpperCase(Locale.ROOT) + "_INVALID",
                "The specified " + field.replace('_', ' ') + " could not be verified.");
    }

    private void tell(Interaction it, String url) {
        try {
            byte[] body = Json.bytes(shapes.of(it));
            var answer = call(applications.one(it.application()), url, body, body);
            if (answer.status() == LATER) {
                return;
            }
            if (!answer.success()) {
                interactions.fail(it.id());
                return;
            }
            var said = new MessageForm(Body.of(Json.tree(answer.body())), List.of());
            replies.answered(it, said.body(), ReplyEndpoints.filed(said));
        } catch (Unreachable | Refused failed) {
            LOG.debug("An application did not answer an interaction", failed);
            interactions.fail(it.id());
        } catch (RuntimeException fault) {
            LOG.error("An interaction was not told", fault);
            interactions.fail(it.id());
        }
    }

    /// @param signed what the signature is made of; the body, unless it is to be wrong
    private WebAnswer call(Application application, String url, byte[] body, byte[] signed) {
        return client.call(applications.signed(application.id(), url, body, signed));
    }
}
