package chat.parley.edge.cdn;

import chat.parley.base.id.EntityId;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.file.sound.SoundFiles;
import chat.parley.voice.soundboard.DefaultSounds;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.List;

/// The sounds of soundboards, `/cdn/soundboard-sounds/{id}`, with any ending or none. They never change.
final class BoardSounds {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final SoundFiles files;

    BoardSounds(SoundFiles files) {
        this.files = files;
    }

    Reply reply(Call call, List<String> segments) {
        String name = segments.getLast().replaceFirst("\\.(mp3|ogg|wav)$", "");
        if (segments.size() != 2 || !name.matches("[0-9]{1,19}")) {
            return Reply.status(404);
        }
        var headers = new HashMap<String, String>();
        headers.put("Cache-Control", FOR_EVER);
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("ETag", "\"" + name + "\"");
        if (call.headers().get(HttpHeaderNames.IF_NONE_MATCH, "").contains(headers.get("ETag"))) {
            return Reply.empty(304).with(headers);
        }
        var id = EntityId.of(name);
        var standard = DefaultSounds.find(id);
        if (standard != null) {
            return new Reply(200, "audio/wav", standard.file(), headers);
        }
        var sound = files.find(id);
        return sound == null ? Reply.status(404) : new Reply(200, sound.type(), sound.bytes(), headers);
    }
}
