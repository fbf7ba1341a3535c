/// Stages: voice channels with a few speakers and an audience, who ask to speak. Who speaks is part of each
/// [chat.parley.voice.VoiceState]; an instance is the topic while a stage is on, and lives as long as the talk does.
@NullMarked
package chat.parley.voice.stage;

import org.jspecify.annotations.NullMarked;
