package chat.parley.edge.discord.voice;

import chat.parley.base.id.UserId;
import chat.parley.media.net.Published;
import chat.parley.media.net.Source;
import chat.parley.voice.room.Listener;
import chat.parley.voice.room.SeatEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What happens in a call, in the words of the voice gateway.
final class VoiceTelling implements Listener {
    /// Of SPEAKING's bits.
    static final int PRIORITY = 4;

    /// Under which number a bot gets whose voice.
    private final Map<UserId, Integer> numbers = new ConcurrentHashMap<>();

    private final VoiceSession session;
    private final boolean bot;

    VoiceTelling(VoiceSession session, boolean bot) {
        this.session = session;
        this.bot = bot;
    }

    @Override
    public void on(SeatEvent event) {
        switch (event) {
            case SeatEvent.Offered offered -> offer(offered);
            case SeatEvent.Tracks(var user, var published) ->
                session.say(
                        VoiceOpcode.TRACKS,
                        Map.of(
                                "user_id",
                                user,
                                "tracks",
                                published.stream().map(VoiceTelling::track).toList()));
            case SeatEvent.Came(var user) ->
                session.say(VoiceOpcode.CLIENTS_CONNECT, Map.of("user_ids", List.of(user)));
            case SeatEvent.Went(var user) -> {
                numbers.remove(user);
                session.say(VoiceOpcode.CLIENT_DISCONNECT, Map.of("user_id", user));
            }
            case SeatEvent.Speaking(var user, var speaking, var priority) ->
                speaks(user, (speaking ? 1 : 0) | (priority ? PRIORITY : 0));
            case SeatEvent.Floor(var user) -> {
                if (!bot) {
                    session.say(VoiceOpcode.FLOOR, Map.of("user_id", user));
                }
            }
            case SeatEvent.Paused(var user, var source, var paused) ->
                session.say(VoiceOpcode.PAUSED, Map.of("user_id", user, "source", name(source), "paused", paused));
            case SeatEvent.Numbered(var user, var ssrc) -> {
                numbers.put(user, ssrc);
                speaks(user, 1);
            }
            case SeatEvent.Viewers(var source, var users) ->
                session.say(
                        VoiceOpcode.VIEWERS,
                        Map.of(
                                "source",
                                name(source),
                                "user_ids",
                                users.stream().sorted().toList()));
            case SeatEvent.LayersWanted(var source, var layer) ->
                session.say(VoiceOpcode.LAYERS_WANTED, Map.of("source", name(source), "layer", layer));
            case SeatEvent.Connected(var profile) -> {
                // Bots have been told already, with the key.
                if (!bot) {
                    session.say(VoiceOpcode.SESSION_DESCRIPTION, Map.of("mode", "webrtc", "profile", profile));
                }
            }
            case SeatEvent.Recording recording -> tell(recording);
            case SeatEvent.Unseated(var why) ->
                session.close(
                        switch (why) {
                            case LEFT -> VoiceClose.DISCONNECTED;
                            case REPLACED -> VoiceClose.REPLACED;
                            case LOST -> VoiceClose.SERVER_CRASHED;
                        });
        }
    }

    private void tell(SeatEvent.Recording recording) {
        var waiting = recording.waiting().stream().sorted().toList();
        session.say(
                VoiceOpcode.RECORDING,
                Map.of(
                        "state",
                        recording.state().name().toLowerCase(Locale.ROOT),
                        "id",
                        recording.id(),
                        "user_id",
                        recording.by(),
                        "since",
                        recording.sinceMs(),
                        "waiting",
                        waiting));
    }

    private void offer(SeatEvent.Offered offered) {
        var incoming = offered.incoming().stream()
                .map(it -> Map.of("mid", it.mid(), "user_id", it.user(), "source", name(it.source())))
                .toList();
        var outgoing = offered.outgoing().stream()
                .map(it -> Map.of("mid", it.mid(), "source", name(it.source())))
                .toList();
        session.say(VoiceOpcode.OFFER, Map.of("sdp", offered.sdp(), "incoming", incoming, "outgoing", outgoing));
    }

    /// Bots learn by this whose voice has which number, so they hear of nobody without one: libraries would take the
    /// same number of two people for a fault.
    private void speaks(UserId user, int speaking) {
        var number = numbers.get(user);
        if (!bot || number != null) {
            long ssrc = number == null ? 0 : Integer.toUnsignedLong(number);
            session.say(VoiceOpcode.SPEAKING, Map.of("user_id", user, "ssrc", ssrc, "speaking", speaking));
        }
    }

    private static Map<String, Object> track(Published track) {
        return Map.of("source", name(track.source()), "layers", track.layers());
    }

    private static String name(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
