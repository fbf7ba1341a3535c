package chat.parley.edge.discord.gateway.session;

import chat.parley.bot.Application;

/// Which events a bot wants (Discord docs, topics/gateway, "Gateway Intents"). People receive everything that
/// they may see.
public record Intents(int bits) {
    public static final int GUILDS = 1;
    public static final int GUILD_MEMBERS = 1 << 1;
    public static final int GUILD_MODERATION = 1 << 2;
    public static final int GUILD_EXPRESSIONS = 1 << 3;
    public static final int GUILD_INTEGRATIONS = 1 << 4;
    public static final int GUILD_WEBHOOKS = 1 << 5;
    public static final int GUILD_INVITES = 1 << 6;
    public static final int GUILD_VOICE_STATES = 1 << 7;
    public static final int GUILD_PRESENCES = 1 << 8;
    public static final int GUILD_MESSAGES = 1 << 9;
    public static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    public static final int GUILD_MESSAGE_TYPING = 1 << 11;
    public static final int DIRECT_MESSAGES = 1 << 12;
    public static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;
    public static final int DIRECT_MESSAGE_TYPING = 1 << 14;
    public static final int GUILD_SCHEDULED_EVENTS = 1 << 16;
    public static final int GUILD_MESSAGE_POLLS = 1 << 24;
    public static final int DIRECT_MESSAGE_POLLS = 1 << 25;
    public static final int MESSAGE_CONTENT = 1 << 15;
    /// No intent of Discord's: what only people are told.
    public static final int PEOPLE = 1 << 30;

    public static final int AUTO_MODERATION_CONFIGURATION = 1 << 20;
    public static final int AUTO_MODERATION_EXECUTION = 1 << 21;

    /// An event that needs no intent.
    public static final int NONE = 0;

    public static final Intents ALL = new Intents(-1);

    /// For an event that no bot hears.
    public static final int PEOPLE_ONLY = -1;

    /// Bits 0 to 16, auto-moderation (20, 21) and polls (24, 25).
    private static final int KNOWN = 0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    public static boolean valid(long bits) {
        return bits >= 0 && (bits & ~(long) KNOWN) == 0;
    }

    /// Whether an application with those flags may ask for the privileged ones among these.
    public boolean allowedBy(int flags) {
        return (!include(GUILD_PRESENCES) || (flags & Application.Flags.PRESENCES) != 0)
                && (!include(GUILD_MEMBERS) || (flags & Application.Flags.MEMBERS) != 0)
                && (!include(MESSAGE_CONTENT) || (flags & Application.Flags.CONTENT) != 0);
    }

    /// Whether all of those bits are set.
    public boolean include(int wanted) {
        return (bits & wanted) == wanted;
    }
}
