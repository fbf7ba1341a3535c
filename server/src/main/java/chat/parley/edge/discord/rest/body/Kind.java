package chat.parley.edge.discord.rest.body;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The kinds of components, by Discord's numbers, and how each is read.
enum Kind {
    ROW(1, ComponentFields::row),
    BUTTON(2, ComponentFields::button),
    STRING_SELECT(3, SelectFields::strings),
    TEXT_INPUT(4, ComponentFields::input),
    USER_SELECT(5, SelectFields::entities),
    ROLE_SELECT(6, SelectFields::entities),
    MENTIONABLE_SELECT(7, SelectFields::entities),
    CHANNEL_SELECT(8, SelectFields::channels),
    SECTION(9, LayoutFields::section),
    TEXT(10, LayoutFields::text),
    THUMBNAIL(11, LayoutFields::thumbnail),
    GALLERY(12, LayoutFields::gallery),
    FILE(13, LayoutFields::file),
    SEPARATOR(14, LayoutFields::separator),
    CONTAINER(17, LayoutFields::container),
    LABEL(18, LayoutFields::label),
    FILE_UPLOAD(19, SelectFields::upload);

    private static final Map<Integer, Kind> BY_TYPE = new HashMap<>();

    static {
        for (var kind : values()) {
            BY_TYPE.put(kind.type, kind);
        }
    }

    final int type;

    @SuppressWarnings("ImmutableEnumChecker") // Method references without state.
    final Reader read;

    /// Reads what is peculiar to a kind.
    @FunctionalInterface
    interface Reader {
        void into(ObjectNode node, Body body, ComponentBody all);
    }

    Kind(int type, Reader read) {
        this.type = type;
        this.read = read;
    }

    static @Nullable Kind of(int type) {
        return BY_TYPE.get(type);
    }
}
