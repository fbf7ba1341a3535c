package chat.parley.edge.discord.gateway.session;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.edge.discord.gateway.wire.Opcode;
import tools.jackson.databind.JsonNode;

/// The rules that hold on one connection, from its HELLO to its end. Belongs to the connection's event loop.
///
/// A client may identify before it has read HELLO (JDA does, as soon as the socket is open), so nothing here
/// waits for an order of the first messages.
public final class Connection {
    private static final long MINUTE_MS = 60_000;
    /// Heartbeats travel too; this much later than promised is not yet missed.
    private static final long HEARTBEAT_GRACE_MS = 5_000;

    private final long heartbeatMs;
    private State state = State.UNKNOWN;
    private long waitingSince;
    private long lastBeat;
    private long minuteStart;
    private int minuteCount;

    private enum State {
        /// Nobody has identified yet, or the session asked for was not there.
        UNKNOWN,
        /// Who it is, is being found out.
        ARRIVING,
        KNOWN,
        CLOSED
    }

    /// @param heartbeatMs what HELLO announces
    public Connection(long heartbeatMs, long now) {
        this.heartbeatMs = heartbeatMs;
        waitingSince = now;
        lastBeat = now;
        minuteStart = now;
    }

    /// A message from the client.
    ///
    /// @param json as it came, decompressed
    public Action received(byte[] json, long now) {
        if (state == State.CLOSED) {
            return new Action.Rest();
        }
        try {
            countMessage(now);
            return answer(tree(json), now);
        } catch (Misuse misuse) {
            return closing(misuse.code());
        }
    }

    /// A WebSocket ping, which counts as a message, so that nobody floods with those.
    public Action pinged(long now) {
        try {
            countMessage(now);
            return new Action.Rest();
        } catch (Misuse misuse) {
            return state == State.CLOSED ? new Action.Rest() : closing(misuse.code());
        }
    }

    /// Time has passed.
    public Action tick(long now) {
        if (state == State.CLOSED) {
            return new Action.Rest();
        }
        boolean silent = now - lastBeat > 2 * heartbeatMs + HEARTBEAT_GRACE_MS;
        boolean nameless = state == State.UNKNOWN && now - waitingSince > Limits.IDENTIFY_TIMEOUT_MS;
        return silent || nameless ? closing(CloseCode.SESSION_TIMED_OUT) : new Action.Rest();
    }

    /// The session is there, new or taken up.
    public void known() {
        if (state == State.ARRIVING) {
            state = State.KNOWN;
        }
    }

    /// The session asked for is gone; the client may identify on the same connection (discord.js does).
    public void unknown(long now) {
        if (state == State.ARRIVING) {
            state = State.UNKNOWN;
            waitingSince = now;
        }
    }

    /// Says nothing more.
    public void closed() {
        state = State.CLOSED;
    }

    private Action answer(JsonNode message, long now) {
        var opcode = opcode(message);
        var d = message.path("d");
        return switch (opcode) {
            case HEARTBEAT -> beat(d, now);
            case IDENTIFY -> {
                arriving();
                yield new Action.SignIn(Identify.token(d), Identify.of(d));
            }
            case RESUME -> {
                arriving();
                yield takeUp(d);
            }
            case PRESENCE_UPDATE -> afterwards(new Action.ShowPresence(PresenceWish.of(object(d))));
            case REQUEST_GUILD_MEMBERS -> afterwards(new Action.FindMembers(MembersWish.of(object(d))));
            case VOICE_STATE_UPDATE -> afterwards(new Action.Speak(VoiceWish.of(object(d))));
            case REQUEST_SOUNDBOARD_SOUNDS -> afterwards(new Action.ListSounds(MembersWish.guilds(object(d))));
            case CALL_CONNECT -> afterwards(new Action.AskCall(VoiceWish.call(object(d))));
            // Subscriptions to member lists are a habit of people's clients that this server does not need.
            case VOICE_SERVER_PING, GUILD_SUBSCRIPTIONS, GUILD_SUBSCRIPTIONS_BULK -> afterwards(new Action.Rest());
            case DISPATCH, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK ->
                throw new Misuse(CloseCode.UNKNOWN_OPCODE);
        };
    }

    private Action beat(JsonNode d, long now) {
        lastBeat = now;
        if (d.isNull() || d.isMissingNode()) {
            return new Action.Beat(0);
        }
        if (!d.isIntegralNumber() || !d.canConvertToLong()) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        return new Action.Beat(state == State.KNOWN ? d.asLong() : 0);
    }

    private void arriving() {
        if (state != State.UNKNOWN) {
            throw new Misuse(CloseCode.ALREADY_AUTHENTICATED);
        }
        state = State.ARRIVING;
    }

    private static Action takeUp(JsonNode d) {
        var token = d.path("token");
        var session = d.path("session_id");
        var seq = d.path("seq");
        if (!token.isString() || !session.isString() || !seq.isIntegralNumber() || !seq.canConvertToLong()) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        return new Action.TakeUp(token.asString(), session.asString(), seq.asLong());
    }

    /// What only somebody known may ask; between IDENTIFY and READY it is passed over.
    private Action afterwards(Action action) {
        return switch (state) {
            case UNKNOWN -> throw new Misuse(CloseCode.NOT_AUTHENTICATED);
            case ARRIVING, CLOSED -> new Action.Rest();
            case KNOWN -> action;
        };
    }

    private void countMessage(long now) {
        if (now - minuteStart >= MINUTE_MS) {
            minuteStart = now;
            minuteCount = 0;
        }
        if (++minuteCount > Limits.GATEWAY_MESSAGES_PER_MINUTE) {
            throw new Misuse(CloseCode.RATE_LIMITED);
        }
    }

    private Action closing(CloseCode code) {
        state = State.CLOSED;
        return new Action.Close(code);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return object(Json.tree(json));
        } catch (Refused malformed) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
    }

    private static JsonNode object(JsonNode node) {
        if (!node.isObject()) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        return node;
    }

    private static Opcode opcode(JsonNode message) {
        var number = message.path("op");
        if (!number.isIntegralNumber() || !number.canConvertToInt()) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        var opcode = Opcode.of(number.asInt());
        if (opcode == null || !opcode.fromClient()) {
            throw new Misuse(CloseCode.UNKNOWN_OPCODE);
        }
        return opcode;
    }
}
