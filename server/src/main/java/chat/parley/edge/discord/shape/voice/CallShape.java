package chat.parley.edge.discord.shape.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.voice.VoiceState;
import chat.parley.voice.call.Call;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A call as CALL_CREATE tells it.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CallShape(
        ChannelId channelId,
        MessageId messageId,
        String region,
        List<UserId> ringing,
        List<VoiceStateShape> voiceStates) {

    public static CallShape of(Call call, Collection<VoiceState> inside) {
        return new CallShape(
                call.channel(),
                call.message(),
                "automatic",
                call.ringing().stream().sorted().toList(),
                inside.stream().map(it -> VoiceStateShape.of(it, null)).toList());
    }
}
