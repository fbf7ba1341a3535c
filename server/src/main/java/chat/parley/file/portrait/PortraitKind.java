package chat.parley.file.portrait;

/// What a picture is of; the name is a folder below `/cdn` and in the storage.
public enum PortraitKind {
    AVATAR("avatars"),
    BANNER("banners"),
    ICON("icons"),
    SPLASH("splashes"),
    DISCOVERY_SPLASH("discovery-splashes"),
    /// Of somebody in one guild; the owner is `guild/user`.
    MEMBER_AVATAR("member-avatars"),
    MEMBER_BANNER("member-banners"),
    APP_ICON("app-icons"),
    ROLE_ICON("role-icons"),
    EVENT_COVER("guild-events"),
    /// Of a group.
    CHANNEL_ICON("channel-icons"),
    EMOJI("emojis"),
    STICKER("stickers");

    private final String folder;

    PortraitKind(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }
}
