package chat.parley.edge.discord.rest.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.edge.discord.shape.voice.RecordingShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.FileLinks;
import chat.parley.voice.record.Recordings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls are recorded, and what was recorded is heard. Discord has nothing of the kind.
public final class RecordingEndpoints {
    private final @Nullable Recordings recordings;
    private final FileLinks links;

    private record All(List<RecordingShape> recordings) {}

    /// @param recordings absent when the media port is not to be had
    public RecordingEndpoints(@Nullable Recordings recordings, FileLinks links) {
        this.recordings = recordings;
        this.links = links;
    }

    Reply list(Request request) {
        var all = recordings().list(request.caller(), channel(request));
        return Reply.json(
                new All(all.stream().map(it -> RecordingShape.of(it, links)).toList()));
    }

    Reply ask(Request request) {
        recordings().ask(request.caller(), channel(request));
        return Reply.none();
    }

    Reply stop(Request request) {
        recordings().stop(request.caller(), channel(request));
        return Reply.none();
    }

    Reply delete(Request request) {
        recordings().delete(request.caller(), channel(request), EntityId.of(request.path("recording")));
        return Reply.none();
    }

    private static ChannelId channel(Request request) {
        return ChannelId.of(request.path("channel"));
    }

    private Recordings recordings() {
        if (recordings == null) {
            throw Refusal.unknown(Thing.RECORDING);
        }
        return recordings;
    }
}
