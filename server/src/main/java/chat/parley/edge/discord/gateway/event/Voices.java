package chat.parley.edge.discord.gateway.event;

import chat.parley.voice.Statuses;
import chat.parley.voice.VoiceStates;
import chat.parley.voice.call.Calls;
import chat.parley.voice.stage.Stages;

/// What the gateway tells and asks of voice.
public record Voices(VoiceStates states, Calls calls, Stages stages, Statuses statuses) {}
