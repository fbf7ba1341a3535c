package chat.parley.conformance;

import static chat.parley.conformance.Tour.id;

import chat.parley.voice.soundboard.DefaultSounds;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Voice channels and stages.
final class VoiceTour {
    private final Tour tour;

    VoiceTour(Tour tour) {
        this.tour = tour;
    }

    void everything() {
        String talk = id(tour.bot.post(tour.guild + "/channels", Map.of("name", "Voices", "type", 2)));
        String states = tour.guild + "/voice-states";
        String self = tour.account.id();
        speak(talk);
        tour.listening.event("VOICE_SERVER_UPDATE");
        tour.bot.get(states + "/@me").expected();
        tour.bot.get(states + "/" + self).expected();
        tour.bot
                .put("/channels/" + talk + "/voice-status", Map.of("status", "Testing"))
                .expected();
        tour.listening.event("VOICE_CHANNEL_STATUS_UPDATE");
        tour.bot.patch(tour.guild + "/members/" + self, Map.of("mute", true)).expected();
        tour.bot.patch(tour.guild + "/members/" + self, Map.of("mute", false)).expected();
        sounds(talk);
        stage(states, self);
        speak(null);
        tour.listening.event("VOICE_STATE_UPDATE");
        tour.bot.delete("/channels/" + talk).expected();
    }

    private void sounds(String talk) {
        String board = tour.guild + "/soundboard-sounds";
        String wav = Base64.getEncoder()
                .encodeToString(DefaultSounds.all().getFirst().file());
        tour.bot.get("/soundboard-default-sounds").expected();
        String sound = tour.bot
                .post(board, Map.of("name", "gong", "sound", "data:audio/wav;base64," + wav))
                .expected()
                .path("sound_id")
                .asString();
        tour.listening.event("GUILD_SOUNDBOARD_SOUND_CREATE");
        tour.bot.get(board).expected();
        tour.bot.get(board + "/" + sound).expected();
        tour.bot.patch(board + "/" + sound, Map.of("volume", 0.5)).expected();
        tour.listening.event("GUILD_SOUNDBOARD_SOUND_UPDATE");
        tour.bot
                .post("/channels/" + talk + "/send-soundboard-sound", Map.of("sound_id", sound))
                .expected();
        tour.listening.event("VOICE_CHANNEL_EFFECT_SEND");
        tour.listening.send(31, Map.of("guild_ids", List.of(tour.home.guild)));
        tour.listening.event("SOUNDBOARD_SOUNDS");
        tour.bot.delete(board + "/" + sound).expected();
        tour.listening.event("GUILD_SOUNDBOARD_SOUND_DELETE");
    }

    private void stage(String states, String self) {
        String stage = id(tour.bot.post(tour.guild + "/channels", Map.of("name", "Stage", "type", 13)));
        tour.bot
                .patch(tour.guild + "/members/" + self, Map.of("channel_id", stage))
                .expected();
        tour.bot
                .patch(
                        states + "/@me",
                        Map.of("channel_id", stage, "request_to_speak_timestamp", "2026-01-01T00:00:00Z"))
                .expected();
        tour.bot
                .patch(states + "/" + self, Map.of("channel_id", stage, "suppress", false))
                .expected();
        tour.bot
                .post("/stage-instances", Map.of("channel_id", stage, "topic", "Testing"))
                .expected();
        tour.listening.event("STAGE_INSTANCE_CREATE");
        tour.bot.get("/stage-instances/" + stage).expected();
        tour.bot.patch("/stage-instances/" + stage, Map.of("topic", "Tested")).expected();
        tour.listening.event("STAGE_INSTANCE_UPDATE");
        tour.bot.delete("/stage-instances/" + stage).expected();
        tour.listening.event("STAGE_INSTANCE_DELETE");
        tour.bot.delete("/channels/" + stage).expected();
    }

    private void speak(@Nullable String channel) {
        var wish = new HashMap<String, @Nullable Object>();
        wish.put("guild_id", tour.home.guild);
        wish.put("channel_id", channel);
        wish.put("self_mute", false);
        wish.put("self_deaf", false);
        tour.listening.send(4, wish);
    }
}
