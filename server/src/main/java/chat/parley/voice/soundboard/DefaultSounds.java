package chat.parley.voice.soundboard;

import chat.parley.base.id.EntityId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sounds that every node has. They are computed when they are first asked for.
public final class DefaultSounds {
    public static final double VOLUME = 0.8;

    private static final List<Sound> ALL = List.of(
            new Sound(new EntityId(1), "ding", "🔔", Recipes::ding),
            new Sound(new EntityId(2), "fanfare", "🎺", Recipes::fanfare),
            new Sound(new EntityId(3), "ba dum tss", "🥁", Recipes::drums),
            new Sound(new EntityId(4), "sad horn", "😢", Recipes::sadHorn),
            new Sound(new EntityId(5), "buzzer", "❌", Recipes::buzzer),
            new Sound(new EntityId(6), "crickets", "🦗", Recipes::crickets),
            new Sound(new EntityId(7), "applause", "👏", Recipes::applause),
            new Sound(new EntityId(8), "boing", "🌀", Recipes::boing));

    private static final ConcurrentHashMap<EntityId, byte[]> MADE = new ConcurrentHashMap<>();

    private DefaultSounds() {}

    /// One of them.
    public static final class Sound {
        private final EntityId id;
        private final String name;
        private final String emoji;
        private final Supplier<float[]> recipe;

        Sound(EntityId id, String name, String emoji, Supplier<float[]> recipe) {
            this.id = id;
            this.name = name;
            this.emoji = emoji;
            this.recipe = recipe;
        }

        public EntityId id() {
            return id;
        }

        public String name() {
            return name;
        }

        public String emoji() {
            return emoji;
        }

        /// A WAV file; not to be changed.
        public byte[] file() {
            return MADE.computeIfAbsent(id, _ -> Tones.wav(recipe.get()));
        }
    }

    public static List<Sound> all() {
        return ALL;
    }

    public static @Nullable Sound find(EntityId id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }
}
