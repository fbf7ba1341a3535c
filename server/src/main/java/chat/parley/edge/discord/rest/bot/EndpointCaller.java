package chat.parley.edge.discord.rest.bot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.base.bus.Bus;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.web.GuardedClient;
import chat.parley.base.web.Unreachable;
import chat.parley.base.web.WebAnswer;
import chat.parley.base.web.WebCall;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.InteractionEvent;
import chat.parley.bot.interaction.Interactions;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.bot.InteractionShapes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells interactions to applications that have a server of their own, signed so that it can know us, and takes the
/// answer (Discord docs, interactions/overview, "Setting Up an Endpoint").
public final class EndpointCaller {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointCaller.class);
    private static final Duration PATIENCE = Duration.ofMillis(Limits.INTERACTION_ANSWER_MS);
    private static final int PONG = 1;
    private static final int LATER = 202;
    private static final int UNAUTHORIZED = 401;

    private final GuardedClient client;
    private final Applications applications;
    private final Interactions interactions;
    private final ReplyEndpoints replies;
    private final InteractionShapes shapes;
    private final Clock clock;

    public EndpointCaller(
            GuardedClient client,
            Applications applications,
            Interactions interactions,
            ReplyEndpoints replies,
            InteractionShapes shapes,
            Clock clock) {
        this.client = client;
        this.applications = applications;
        this.interactions = interactions;
        this.replies = replies;
        this.shapes = shapes;
        this.clock = clock;
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

    /// Whether the application's server is there, knows our signature and refuses a forged one.
    ///
    /// @throws Refused with `Invalid` when it does not
    void verify(Application application, String url) {
        byte[] ping = Json.bytes(Map.of(
                "id",
                application.id(),
                "application_id",
                application.id(),
                "type",
                PONG,
                "token",
                "ping",
                "version",
                1));
        try {
            var greeted = call(application, url, ping, ping);
            boolean answers = greeted.status() == 200
                    && Json.tree(greeted.body()).path("type").asInt(0) == PONG;
            byte[] other = "forged".getBytes(US_ASCII);
            if (answers && call(application, url, ping, other).status() == UNAUTHORIZED) {
                return;
            }
        } catch (Unreachable | Refused unfit) {
            LOG.debug("An interactions endpoint was not verified", unfit);
        }
        throw Refusal.invalid(
                "interactions_endpoint_url",
                "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID",
                "The specified interactions endpoint url could not be verified.");
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
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Parley-Interactions/1.0",
                "X-Signature-Timestamp",
                timestamp,
                "X-Signature-Ed25519",
                applications.signature(application.id(), timestamp, signed));
        return client.call(WebCall.post(URI.create(url), headers, body, Limits.HTTP_BODY_MAX_BYTES, PATIENCE));
    }
}
