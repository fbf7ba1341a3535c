package chat.parley.edge.discord.rest;

import static chat.parley.edge.discord.rest.MessageEndpoints.channel;
import static chat.parley.edge.discord.rest.MessageEndpoints.message;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.shape.MessageShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.pin.Pins;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Pins over HTTP: Discord's present routes, with pages, and its older ones, which bots still use.
public final class PinEndpoints {
    private static final int PAGE = 50;

    private final Pins pins;
    private final MessageShapes shapes;

    public PinEndpoints(Pins pins, MessageShapes shapes) {
        this.pins = pins;
        this.shapes = shapes;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PageShape(List<PinShape> items, boolean hasMore) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PinShape(Instant pinnedAt, MessageShape message) {}

    Reply page(Request request) {
        int limit = request.queryNumber("limit", 1, PAGE, PAGE);
        var page = pins.list(request.caller(), channel(request), before(request), limit);
        var items = page.pins().stream()
                .map(it -> new PinShape(it.at(), shape(request, it)))
                .toList();
        return Reply.json(new PageShape(items, page.more()));
    }

    Reply list(Request request) {
        var page = pins.list(request.caller(), channel(request), null, PAGE);
        return Reply.json(page.pins().stream().map(it -> shape(request, it)).toList());
    }

    Reply add(Request request) {
        pins.pin(request.caller(), channel(request), message(request));
        return Reply.none();
    }

    Reply remove(Request request) {
        pins.unpin(request.caller(), channel(request), message(request));
        return Reply.none();
    }

    private MessageShape shape(Request request, Pins.Pinned pinned) {
        return shapes.of(pinned.message(), Context.to(request.caller().id()));
    }

    private static @Nullable Instant before(Request request) {
        String text = request.query("before");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            // A plus sign that was not escaped arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException notATime) {
            var problem = new Refusal.Problem("before", "DATE_TIME_TYPE_PARSE", "Could not parse " + brief(text));
            throw new Refused(new Refusal.Invalid(List.of(problem)), notATime);
        }
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
