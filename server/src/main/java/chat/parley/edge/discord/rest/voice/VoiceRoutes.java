package chat.parley.edge.discord.rest.voice;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.patch;
import static chat.parley.edge.http.Route.post;
import static chat.parley.edge.http.Route.put;

import chat.parley.base.limit.RateRule;
import chat.parley.edge.http.Route;
import java.util.List;

/// What can be called of voice, as one table.
public final class VoiceRoutes {
    private VoiceRoutes() {}

    public static List<Route> all(
            VoiceStateEndpoints states,
            StageEndpoints stages,
            CallEndpoints calls,
            TrialEndpoints trials,
            SoundboardEndpoints sounds,
            RecordingEndpoints recordings) {
        String inGuild = "/guilds/{guild}/voice-states";
        String stage = "/stage-instances/{channel}";
        String board = "/guilds/{guild}/soundboard-sounds";
        String call = "/channels/{channel}/call";
        return List.of(
                get(inGuild + "/@me", CALLER, states::mine),
                get(inGuild + "/{user}", CALLER, states::one),
                patch(inGuild + "/@me", CALLER, states::changeMine),
                patch(inGuild + "/{user}", CALLER, states::change),
                put("/channels/{channel}/voice-status", CALLER, states::status),
                post("/stage-instances", CALLER, stages::open),
                get(stage, CALLER, stages::one),
                patch(stage, CALLER, stages::change),
                delete(stage, CALLER, stages::end),
                get("/soundboard-default-sounds", CALLER, sounds::standard),
                get(board, CALLER, sounds::list),
                post(board, CALLER, sounds::create),
                get(board + "/{sound}", CALLER, sounds::one),
                patch(board + "/{sound}", CALLER, sounds::change),
                delete(board + "/{sound}", CALLER, sounds::delete),
                post("/channels/{channel}/send-soundboard-sound", CALLER, sounds::send)
                        .limitedBy(RateRule.PLAY),
                get(call, PERSON, calls::one),
                post(call + "/ring", PERSON, calls::ring),
                post(call + "/stop-ringing", PERSON, calls::stopRinging),
                post("/voice/trials", PERSON, trials::open),
                put("/voice/trials/{trial}/answer", PERSON, trials::answer),
                delete("/voice/trials/{trial}", PERSON, trials::end),
                get("/channels/{channel}/recordings", PERSON, recordings::list),
                post("/channels/{channel}/recordings", PERSON, recordings::ask),
                post("/channels/{channel}/recordings/stop", PERSON, recordings::stop),
                delete("/channels/{channel}/recordings/{recording}", PERSON, recordings::delete));
    }
}
