package chat.parley.edge.discord.voice;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.media.net.Source;
import chat.parley.voice.room.Rooms;
import chat.parley.voice.room.Seat;
import chat.parley.voice.turn.Relays;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a client asks and what becomes of it, message by message, on one thread at a time.
final class VoiceDialog {
    private static final List<String> MODES = List.of("aead_aes256_gcm_rtpsize", "aead_xchacha20_poly1305_rtpsize");
    private static final int SDP_MAX_CHARS = 128 * 1_024;
    private static final int LAYERS_MAX = 3;
    private static final int CAMERAS_MAX = 99;

    private final Rooms rooms;
    private final Relays relays;
    private final VoiceSessions sessions;
    private final VoiceSocket socket;
    private volatile VoiceSession session;

    VoiceDialog(Rooms rooms, Relays relays, VoiceSessions sessions, VoiceSocket socket) {
        this.rooms = rooms;
        this.relays = relays;
        this.sessions = sessions;
        this.socket = socket;
        this.session = new VoiceSession(socket);
    }

    /// @throws VoiceMisuse when the connection is to end
    void received(VoiceOpcode opcode, JsonNode d) {
        switch (opcode) {
            case IDENTIFY -> identify(d);
            case SELECT_PROTOCOL -> select(d);
            case RESUME -> resume(d);
            case SPEAKING -> seat().prioritise((d.path("speaking").asInt(0) & VoiceTelling.PRIORITY) != 0);
            case ANSWER -> answer(text(d, "sdp"));
            case PUBLISH -> inBrowser(() -> seat().publish(source(d)));
            case UNPUBLISH -> inBrowser(() -> seat().unpublish(source(d)));
            case SUBSCRIBE -> seat().subscribe(user(d), source(d));
            case UNSUBSCRIBE -> seat().unsubscribe(user(d), source(d));
            case PREFER -> inBrowser(() -> prefer(d));
            case CAMERAS ->
                inBrowser(() -> seat().cameras(d.has("most") ? number(d, "most", 0, CAMERAS_MAX) : Integer.MAX_VALUE));
            case QUALITY -> quality();
            case CONSENT -> rooms.consent(seat(), d.path("agree").asBoolean(false));
            default -> throw new VoiceMisuse(VoiceClose.UNKNOWN_OPCODE);
        }
    }

    /// The client says with a heartbeat how far it has read.
    void acknowledged(JsonNode d) {
        var seen = d.path("seq_ack");
        if (seen.isInt()) {
            session.acknowledged(seen.asInt());
        }
    }

    /// The connection has ended.
    ///
    /// @param bidden the client said so, and a browser that does will not come back for its media
    void ended(boolean bidden) {
        var left = session;
        var pass = left.pass();
        var seat = left.seat();
        int loss = left.lost(socket);
        if (pass == null || seat == null || loss == 0) {
            return;
        }
        if (bidden && !seat.bot()) {
            left.close(VoiceClose.SESSION_INVALID);
        }
        if (!left.resumable()) {
            rooms.lost(pass, seat);
        }
        rooms.afterPatience(() -> {
            if (left.giveUp(loss)) {
                sessions.remove(pass, left);
                rooms.abandon(pass, seat);
            }
        });
    }

    private void identify(JsonNode d) {
        requireNew();
        var pass = new Rooms.Pass(
                new GuildId(id(d, "server_id")), new UserId(id(d, "user_id")), text(d, "session_id"), text(d, "token"));
        session.identified(pass);
        boolean browser = d.path("transport").asString("udp").equals("webrtc");
        if (browser && !rooms.admits(pass)) {
            throw new VoiceMisuse(VoiceClose.AUTHENTICATION_FAILED);
        }
        var ready = new HashMap<String, Object>();
        ready.put("ssrc", browser ? 0 : Integer.toUnsignedLong(sit(pass, true).ssrc()));
        ready.put("ip", rooms.host());
        ready.put("port", rooms.port());
        ready.put("modes", MODES);
        ready.put("transports", List.of("udp", "webrtc"));
        if (browser) {
            ready.put("ice_servers", iceServers(pass.user()));
        }
        session.say(VoiceOpcode.READY, ready);
    }

    /// As RTCPeerConnection takes them.
    private List<Relays.Access> iceServers(UserId user) {
        var access = relays.accessFor(user);
        return access == null ? List.of() : List.of(access);
    }

    /// Goes on where another socket ended: the seat, the keys and the SSRC are the same.
    private void resume(JsonNode d) {
        requireNew();
        var key = new VoiceSessions.Key(new GuildId(id(d, "server_id")), text(d, "session_id"), text(d, "token"));
        var found = sessions.find(key);
        if (found == null) {
            throw new VoiceMisuse(VoiceClose.SESSION_INVALID);
        }
        var seen = d.path("seq_ack");
        Integer number = seen.isInt() ? seen.asInt() : null;
        var seat = found.seat();
        if (seat == null) {
            throw new VoiceMisuse(VoiceClose.SESSION_INVALID);
        }
        seat.returns(() -> found.resume(socket, number));
        session = found;
    }

    private void requireNew() {
        if (session.pass() != null) {
            throw new VoiceMisuse(VoiceClose.ALREADY_AUTHENTICATED);
        }
    }

    private Seat sit(Rooms.Pass shown, boolean bot) {
        session.keep();
        var taken = rooms.enter(shown, bot, new VoiceTelling(session, bot));
        if (taken == null) {
            // Whoever was moved while they sat down has been told the new way.
            throw new VoiceMisuse(rooms.admits(shown) ? VoiceClose.DISCONNECTED : VoiceClose.AUTHENTICATION_FAILED);
        }
        session.seated(taken);
        sessions.add(shown, session);
        return taken;
    }

    private void select(JsonNode d) {
        String protocol = text(d, "protocol");
        var shown = session.pass();
        if (shown == null) {
            throw new VoiceMisuse(VoiceClose.NOT_AUTHENTICATED);
        }
        switch (protocol) {
            case "udp" -> udp(d.path("data"));
            case "webrtc" -> {
                if (session.seat() == null) {
                    sit(shown, false);
                }
            }
            default -> throw new VoiceMisuse(VoiceClose.UNKNOWN_PROTOCOL);
        }
    }

    /// Discord's own transport: the bot tells the address that the discovery told it.
    private void udp(JsonNode data) {
        String mode = text(data, "mode");
        var port = data.path("port");
        if (!MODES.contains(mode)) {
            throw new VoiceMisuse(VoiceClose.UNKNOWN_MODE);
        }
        if (!port.isInt() || port.asInt() < 1 || port.asInt() > 65_535) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
        byte[] key;
        try {
            var address = InetAddress.ofLiteral(text(data, "address"));
            key = seat().select(new InetSocketAddress(address, port.asInt()), mode);
        } catch (IllegalArgumentException noAddress) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
        var numbers = new ArrayList<Integer>(key.length);
        for (byte it : key) {
            numbers.add(it & 0xff);
        }
        session.say(
                VoiceOpcode.SESSION_DESCRIPTION,
                Map.of(
                        "mode",
                        mode,
                        "secret_key",
                        numbers,
                        "audio_codec",
                        "opus",
                        "media_session_id",
                        "0",
                        "dave_protocol_version",
                        0));
    }

    private static void inBrowser(Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException notABrowser) {
            throw new VoiceMisuse(VoiceClose.UNKNOWN_OPCODE);
        }
    }

    private void answer(String sdp) {
        if (sdp.length() > SDP_MAX_CHARS) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
        try {
            seat().answer(sdp);
        } catch (IllegalArgumentException unusable) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
    }

    private void quality() {
        var stats = seat().stats();
        if (stats != null) {
            session.say(
                    VoiceOpcode.QUALITY,
                    Map.of("rtt_ms", stats.roundTripNanos() / 1_000_000.0, "bandwidth", stats.bandwidthBits()));
        }
    }

    private Seat seat() {
        var it = session.seat();
        if (it == null) {
            throw new VoiceMisuse(VoiceClose.NOT_AUTHENTICATED);
        }
        return it;
    }

    private static Source source(JsonNode d) {
        try {
            return Source.valueOf(text(d, "source").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
    }

    private static UserId user(JsonNode d) {
        return new UserId(id(d, "user_id"));
    }

    private void prefer(JsonNode d) {
        if (d.has("layer")) {
            seat().prefer(user(d), source(d), number(d, "layer", -1, LAYERS_MAX - 1));
        }
        if (d.has("pinned")) {
            seat().pin(user(d), source(d), d.path("pinned").asBoolean(false));
        }
    }

    private static int number(JsonNode d, String name, int least, int most) {
        var number = d.path(name);
        if (!number.isInt() || number.asInt() < least || number.asInt() > most) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
        return number.asInt();
    }

    private static long id(JsonNode d, String name) {
        var node = d.path(name);
        try {
            return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() > 0
                    ? node.asLong()
                    : UserId.of(node.asString("")).value();
        } catch (Refused notAnId) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
    }

    private static String text(JsonNode d, String name) {
        var node = d.path(name);
        if (!node.isString()) {
            throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
        }
        return node.asString();
    }
}
