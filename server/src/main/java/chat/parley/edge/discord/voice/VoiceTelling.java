package chat.parley.edge.discord.voice;

import chat.parley.media.net.Published;
import chat.parley.media.net.Source;
import chat.parley.voice.room.Listener;
import chat.parley.voice.room.SeatEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What happens in a call, in the words of the voice gateway.
record VoiceTelling(VoiceSocket socket) implements Listener {
    @Override
    public void on(SeatEvent event) {
        switch (event) {
            case SeatEvent.Offered(var sdp, var incoming, var outgoing) ->
                socket.say(
                        VoiceOpcode.OFFER,
                        Map.of(
                                "sdp",
                                sdp,
                                "incoming",
                                incoming.stream()
                                        .map(it -> Map.of(
                                                "mid", it.mid(), "user_id", it.user(), "source", name(it.source())))
                                        .toList(),
                                "outgoing",
                                outgoing.stream()
                                        .map(it -> Map.of("mid", it.mid(), "source", name(it.source())))
                                        .toList()));
            case SeatEvent.Tracks(var user, var published) ->
                socket.say(
                        VoiceOpcode.TRACKS,
                        Map.of(
                                "user_id",
                                user,
                                "tracks",
                                published.stream().map(VoiceTelling::track).toList()));
            case SeatEvent.Came(var user) -> socket.say(VoiceOpcode.CLIENTS_CONNECT, Map.of("user_ids", List.of(user)));
            case SeatEvent.Went(var user) -> socket.say(VoiceOpcode.CLIENT_DISCONNECT, Map.of("user_id", user));
            case SeatEvent.Speaking(var user, var speaking) ->
                socket.say(VoiceOpcode.SPEAKING, Map.of("user_id", user, "ssrc", 0, "speaking", speaking ? 1 : 0));
            case SeatEvent.Numbered(var user, var ssrc) ->
                socket.say(
                        VoiceOpcode.SPEAKING,
                        Map.of("user_id", user, "ssrc", Integer.toUnsignedLong(ssrc), "speaking", 1));
            case SeatEvent.Viewers(var source, var users) ->
                socket.say(
                        VoiceOpcode.VIEWERS,
                        Map.of(
                                "source",
                                name(source),
                                "user_ids",
                                users.stream().sorted().toList()));
            case SeatEvent.LayersWanted(var source, var layer) ->
                socket.say(VoiceOpcode.LAYERS_WANTED, Map.of("source", name(source), "layer", layer));
            case SeatEvent.Connected(var profile) ->
                socket.say(VoiceOpcode.SESSION_DESCRIPTION, Map.of("mode", "webrtc", "profile", profile));
            case SeatEvent.Unseated(var why) ->
                socket.close(
                        switch (why) {
                            case LEFT -> VoiceClose.DISCONNECTED;
                            case REPLACED -> VoiceClose.REPLACED;
                            case LOST -> VoiceClose.SERVER_CRASHED;
                        });
        }
    }

    private static Map<String, Object> track(Published track) {
        return Map.of("source", name(track.source()), "layers", track.layers());
    }

    private static String name(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
