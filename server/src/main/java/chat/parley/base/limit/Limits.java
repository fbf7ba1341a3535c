package chat.parley.base.limit;

/// Every bound, with its unit in the name. Sizes of text are in Unicode code points unless they say
/// otherwise.
public final class Limits {
    public static final int MESSAGE_MAX_CHARS = 4_000;
    public static final int NONCE_MAX_CHARS = 25;
    public static final int EMBEDS_MAX = 10;
    public static final int EMBEDS_MAX_CHARS = 6_000;
    public static final int EMBED_TITLE_MAX_CHARS = 256;
    public static final int EMBED_DESCRIPTION_MAX_CHARS = 4_096;
    public static final int EMBED_FIELDS_MAX = 25;
    public static final int EMBED_FIELD_NAME_MAX_CHARS = 256;
    public static final int EMBED_FIELD_VALUE_MAX_CHARS = 1_024;
    public static final int EMBED_FOOTER_MAX_CHARS = 2_048;
    public static final int EMBED_AUTHOR_MAX_CHARS = 256;
    public static final int URL_MAX_CHARS = 2_048;
    public static final int COMPONENTS_MAX = 40;
    public static final int COMPONENT_ROWS_MAX = 5;
    public static final int COMPONENTS_PER_ROW_MAX = 5;
    public static final int CUSTOM_ID_MAX_CHARS = 100;
    public static final int BUTTON_LABEL_MAX_CHARS = 80;
    public static final int BUTTON_URL_MAX_CHARS = 512;
    public static final int SELECT_OPTIONS_MAX = 25;
    public static final int SELECT_TEXT_MAX_CHARS = 100;
    public static final int SELECT_PLACEHOLDER_MAX_CHARS = 150;
    public static final int INPUT_LABEL_MAX_CHARS = 45;
    public static final int INPUT_VALUE_MAX_CHARS = 4_000;
    public static final int INPUT_PLACEHOLDER_MAX_CHARS = 100;
    public static final int SECTION_TEXTS_MAX = 3;
    public static final int GALLERY_ITEMS_MAX = 10;
    public static final int ATTACHMENTS_MAX = 10;
    public static final int DESCRIPTION_MAX_CHARS = 1_024;
    public static final int NONCE_WINDOW_MS = 300_000;
    public static final int BULK_DELETE_MAX = 100;
    public static final long BULK_DELETE_MAX_AGE_MS = 14L * 24 * 3_600_000;
    public static final int HISTORY_MAX = 100;
    public static final int ATTACHMENT_TITLE_MAX_CHARS = 1_024;
    public static final int ATTACHMENT_DESCRIPTION_MAX_CHARS = 1_024;
    public static final int PORTRAIT_MAX_BYTES = 10 << 20;
    public static final int ROLE_ICON_MAX_BYTES = 256 << 10;
    public static final int EMOJI_MAX_BYTES = 256 << 10;
    public static final int EMOJIS_PER_GUILD_MAX = 50;
    public static final int EMOJIS_PER_APPLICATION_MAX = 2_000;
    public static final int EMOJI_NAME_MIN_CHARS = 2;
    public static final int STICKER_MAX_BYTES = 512 << 10;
    public static final int STICKERS_PER_GUILD_MAX = 60;
    public static final int SOUND_MAX_BYTES = 512 << 10;
    public static final double SOUND_MAX_S = 5.2;
    public static final int SOUNDS_PER_GUILD_MAX = 48;
    public static final int STICKERS_PER_MESSAGE_MAX = 3;
    /// Larger pictures are refused.
    public static final int PICTURE_MAX_PIXELS = 64_000_000;
    /// Larger pictures are kept, but not made small.
    public static final int PICTURE_DECODED_MAX_PIXELS = 40_000_000;
    public static final int WEBP_DECODED_MAX_PIXELS = 16_000_000;
    public static final int THUMBNAIL_CACHE_MAX_BYTES = 32 << 20;
    /// Uploads that were begun and not yet sent in a message, of one person.
    public static final int UPLOADS_MAX = 50;
    public static final int UPLOAD_KEPT_HOURS = 24;
    public static final int PINS_MAX = 250;
    public static final int REACTION_KINDS_MAX = 20;
    public static final int CHORES_MAX = 1_000;
    public static final int ACKS_MAX = 500;
    public static final int TYPING_QUIET_MS = 3_000;
    public static final int TYPING_KEPT_MAX = 10_000;

    public static final int USERNAME_MIN_CHARS = 2;
    public static final int USERNAME_MAX_CHARS = 32;
    public static final int DISPLAY_NAME_MAX_CHARS = 32;
    public static final int BIO_MAX_CHARS = 190;
    public static final int PRONOUNS_MAX_CHARS = 40;
    public static final int EMAIL_MAX_CHARS = 254;
    public static final int USERS_PAGE_MAX = 100;
    public static final int HASHING_QUEUE_MAX = 64;
    public static final int HASHING_RETRY_MS = 1_000;
    public static final int VERIFIED_TOKENS_MAX = 20_000;
    public static final int ACCESS_TOKEN_MAX_CHARS = 2_048;
    public static final int BOTS_PER_USER_MAX = 50;
    public static final int SIGN_IN_FAILURES_FREE = 5;
    public static final int SIGN_IN_FAILURES_REMEMBERED = 10_000;
    public static final int SIGN_IN_BACKOFF_MAX_MS = 60_000;
    public static final int CUSTOM_STATUS_MAX_CHARS = 128;
    public static final int EMOJI_MAX_CHARS = 32;
    public static final int SETTINGS_CACHE_MAX = 20_000;
    public static final int PASSWORD_MIN_CHARS = 8;
    public static final int PASSWORD_MAX_CHARS = 128;

    public static final int GUILDS_PER_USER_MAX = 200;
    public static final int GROUP_PEOPLE_MAX = 10;
    public static final int RELATIONS_MAX = 1_000;
    public static final int NOTES_MAX = 1_000;
    public static final int NOTE_MAX_CHARS = 256;
    public static final int KEYWORDS_MAX = 50;
    public static final int KEYWORD_MAX_CHARS = 50;
    public static final int FOLDER_NAME_MAX_CHARS = 32;
    public static final int MENTIONS_PAGE_MAX = 100;
    /// Changes on their way to the search index; what does not fit is fetched later.
    public static final int SEARCH_QUEUE_MAX = 20_000;
    /// How long a search waits until what was written before it can be found.
    public static final int SEARCH_SHOW_MAX_MS = 500;
    public static final int SEARCH_TEXT_MAX_CHARS = 1_024;
    public static final int SEARCH_PAGE_MAX = 25;
    public static final int SEARCH_OFFSET_MAX = 9_975;
    /// Hits are counted so far, which is as far as one can page.
    public static final int SEARCH_COUNT_MAX = SEARCH_OFFSET_MAX + SEARCH_PAGE_MAX;
    public static final int SEARCH_LIST_MAX = 100;
    public static final int GROUPS_PER_USER_MAX = 100;
    public static final int GUILD_NAME_MIN_CHARS = 2;
    public static final int GUILD_NAME_MAX_CHARS = 100;
    public static final int GUILD_DESCRIPTION_MAX_CHARS = 300;
    public static final int CHANNELS_PER_GUILD_MAX = 500;
    public static final int CHANNELS_PER_CATEGORY_MAX = 50;
    public static final int CHANNEL_NAME_MAX_CHARS = 100;
    public static final int TOPIC_MAX_CHARS = 1_024;
    public static final int GUIDELINES_MAX_CHARS = 4_096;
    public static final int SLOWMODE_MAX_S = 21_600;
    public static final int OVERWRITES_PER_CHANNEL_MAX = 1_000;
    public static final int ACTIVE_THREADS_MAX = 1_000;
    public static final int THREAD_MEMBERS_MAX = 1_000;
    /// Of a guild, beside the active ones.
    public static final int ARCHIVED_THREADS_IN_MEMORY = 500;
    public static final int THREADS_PAGE_MAX = 100;
    /// Members who are added to a thread because one message calls them.
    public static final int THREAD_CALLS_MAX = 50;
    public static final int FOLLOWED_PER_CHANNEL_MAX = 15;
    public static final int SCHEDULED_EVENTS_MAX = 100;
    public static final int EVENT_LOCATION_MAX_CHARS = 100;
    public static final int EVENT_DESCRIPTION_MAX_CHARS = 1_000;
    public static final int POLL_QUESTION_MAX_CHARS = 300;
    public static final int POLL_ANSWER_MAX_CHARS = 55;
    public static final int POLL_ANSWERS_MAX = 10;
    public static final int POLL_DURATION_MAX_H = 768;
    public static final int FORUM_TAGS_MAX = 20;
    public static final int FORUM_TAG_NAME_MAX_CHARS = 20;
    public static final int THREAD_TAGS_MAX = 5;
    public static final int ROLES_PER_GUILD_MAX = 250;
    public static final int ROLE_NAME_MAX_CHARS = 100;
    public static final int INVITES_PER_GUILD_MAX = 1_000;
    public static final int WELCOME_CHANNELS_MAX = 5;
    public static final int WELCOME_TEXT_MAX_CHARS = 140;
    public static final int WELCOME_CHANNEL_MAX_CHARS = 50;
    public static final int RULES_MAX = 16;
    public static final int RULE_MAX_CHARS = 300;
    public static final int RULES_TEXT_MAX_CHARS = 300;
    public static final int PROMPTS_MAX = 15;
    public static final int PROMPT_TITLE_MAX_CHARS = 100;
    public static final int PROMPT_OPTIONS_MAX = 50;
    public static final int PROMPT_OPTION_MAX_CHARS = 50;
    public static final int PROMPT_OPTION_TEXT_MAX_CHARS = 100;
    /// Roles, or channels, that one answer gives.
    public static final int PROMPT_OPTION_GIFTS_MAX = 50;
    public static final int TEMPLATE_NAME_MAX_CHARS = 100;
    public static final int TEMPLATE_TEXT_MAX_CHARS = 120;
    public static final int DIRECTORY_PAGE_MAX = 48;
    public static final int AUDIT_REASON_MAX_CHARS = 512;
    public static final int AUDIT_PAGE_MAX = 100;
    public static final int AUDIT_SWEEP_MAX = 1_000;
    public static final int EDITIONS_SHOWN_MAX = 100;
    public static final int RAID_JOINS_MAX = 1_000;
    public static final int REPORTS_OPEN_MAX = 20;
    public static final int REPORT_MAX_CHARS = 1_000;

    public static final int PREVIEWS_PER_MESSAGE_MAX = 5;
    public static final int PREVIEWS_WAITING_MAX = 1_000;
    public static final int PREVIEWS_KEPT_MAX = 1_000;
    public static final int PREVIEW_PAGE_MAX_BYTES = 512 * 1_024;
    public static final int PREVIEW_OEMBED_MAX_BYTES = 64 * 1_024;
    public static final int EXTERNAL_PICTURE_MAX_BYTES = 8 << 20;
    public static final int EXTERNAL_PICTURES_KEPT_BYTES = 32 << 20;
    public static final int AUTOMOD_KEYWORD_RULES_MAX = 6;
    public static final int AUTOMOD_NAME_MAX_CHARS = 100;
    public static final int AUTOMOD_KEYWORDS_MAX = 1_000;
    public static final int AUTOMOD_KEYWORD_MAX_CHARS = 60;
    public static final int AUTOMOD_PATTERNS_MAX = 10;
    public static final int AUTOMOD_PATTERN_MAX_CHARS = 260;
    public static final int AUTOMOD_ALLOWED_MAX = 100;
    public static final int AUTOMOD_MENTIONS_MAX = 50;
    public static final int AUTOMOD_ACTIONS_MAX = 5;
    public static final int AUTOMOD_MESSAGE_MAX_CHARS = 300;
    public static final int AUTOMOD_TIMEOUT_MAX_S = 28 * 24 * 3_600;
    public static final int AUTOMOD_EXEMPT_ROLES_MAX = 20;
    public static final int AUTOMOD_EXEMPT_CHANNELS_MAX = 50;
    /// What the patterns of all rules may take for one message.
    public static final int AUTOMOD_PATTERNS_MS = 100;
    /// Authors whose last messages are remembered, to notice that they repeat themselves.
    public static final int AUTOMOD_AUTHORS_MAX = 10_000;
    public static final int MEMBERS_PAGE_MAX = 1_000;
    public static final int MEMBERS_CHUNK_MAX = 1_000;
    public static final int LARGE_GUILD_MEMBERS = 250;

    public static final int APPLICATIONS_CACHE_MAX = 5_000;
    public static final int COMMAND_PLACES_CACHE_MAX = 5_000;
    public static final int COMMANDS_MAX = 100;
    public static final int MENU_COMMANDS_MAX = 15;
    public static final int COMMAND_NAME_MAX_CHARS = 32;
    public static final int COMMAND_TEXT_MAX_CHARS = 100;
    public static final int COMMAND_OPTIONS_MAX = 25;
    public static final int COMMAND_CHOICES_MAX = 25;
    public static final int COMMAND_STRING_MAX_CHARS = 6_000;
    /// Names, descriptions and values of a command, all together.
    public static final int COMMAND_WHOLE_MAX_CHARS = 8_000;
    public static final int COMMAND_RULES_MAX = 100;
    public static final int INTERACTIONS_MAX = 20_000;
    public static final int INTERACTION_ANSWER_MS = 3_000;
    public static final int INTERACTION_LIFE_MS = 15 * 60_000;
    public static final int OUTGOING_HOOKS_MAX = 10;
    public static final int OUTGOING_QUEUE_MAX = 4_096;
    public static final int DEAD_LETTERS_SHOWN_MAX = 100;
    public static final int DELIVERIES_SHOWN_MAX = 50;
    /// What was taken is shown so long.
    public static final int DELIVERIES_KEPT_H = 24;
    public static final int WEBHOOKS_PER_CHANNEL_MAX = 15;
    public static final int WEBHOOK_NAME_MAX_CHARS = 80;
    public static final int WHISPERS_MAX = 20_000;
    public static final int FOLLOWUPS_KEPT_MAX = 100;
    public static final int MODAL_TITLE_MAX_CHARS = 45;
    public static final int APPLICATION_NAME_MAX_CHARS = 32;
    public static final int APPLICATION_DESCRIPTION_MAX_CHARS = 400;
    public static final int APPLICATION_TAGS_MAX = 5;
    public static final int APPLICATION_TAG_MAX_CHARS = 20;

    public static final int REDIRECTS_MAX = 10;
    public static final int OAUTH_CODE_S = 300;
    public static final int OAUTH_ACCESS_S = 7 * 24 * 3_600;
    public static final int OAUTH_STATE_MAX_CHARS = 1_024;
    public static final int OAUTH_FORM_MAX_BYTES = 16 * 1_024;
    /// Of one application for one person; the oldest end.
    public static final int OAUTH_GRANTS_MAX = 20;
    public static final int OWN_INSTALLATIONS_MAX = 200;

    public static final int NODE_NAME_MAX_CHARS = 100;
    public static final int NODE_DESCRIPTION_MAX_CHARS = 1_000;

    public static final int HTTP_BODY_MAX_BYTES = 1 << 20;
    /// What is read whole although it came in a file: a picture inside of JSON.
    public static final int CONTENT_IN_MEMORY_MAX_BYTES = 14 << 20;
    /// All large bodies together, while they are worked on.
    public static final long HTTP_SPOOL_MAX_BYTES = 8L << 30;
    /// Answers that are sent piece by piece at the same time.
    public static final int HTTP_STREAMS_MAX = 1_024;
    public static final int FORM_PARTS_MAX = 32;
    public static final int FORM_PART_HEADER_MAX_BYTES = 4_096;
    public static final int HTTP_HEADER_MAX_BYTES = 16 * 1_024;
    public static final int HTTP_URL_MAX_BYTES = 8 * 1_024;
    public static final int HTTP_IDLE_MS = 75_000;
    public static final int HTTP_REQUEST_MS = 30_000;
    public static final int HTTP_WRITE_MS = 30_000;
    public static final int HTTP_BLOCKING_MAX = 256;
    public static final int HTTP_WAITING_MAX = 2_048;
    public static final int HTTP_WAITING_MS = 2_000;
    public static final int HTTP_DRAIN_MS = 10_000;
    public static final int HTTP_GZIP_MIN_BYTES = 1_024;
    public static final int HTTP_PATH_MAX_SEGMENTS = 16;
    public static final int HTTP_QUERY_MAX_PARAMETERS = 64;
    public static final int RATE_KEYS_MAX = 50_000;

    public static final int GATEWAY_FRAME_MAX_BYTES = 4_096;
    public static final int GATEWAY_MESSAGES_PER_MINUTE = 120;
    public static final int GATEWAY_SOCKETS_PER_IP = 10;
    /// What waits for one client; half of what it finds again when it resumes.
    public static final int GATEWAY_QUEUE_MAX_BYTES = 1 << 19;
    public static final int GATEWAY_QUEUE_MAX_FRAMES = 1_024;
    public static final int RESUME_MAX_EVENTS = 2_048;
    public static final int RESUME_MAX_BYTES = 1 << 20;
    public static final int RESUME_WINDOW_MS = 300_000;
    public static final int IDENTIFY_TIMEOUT_MS = 20_000;
    public static final int GATEWAY_SESSIONS_PER_USER = 64;
    /// Sign-ins whose READY is being made at once; each may hold some megabytes.
    public static final int GATEWAY_ARRIVALS_AT_ONCE = 16;
    /// Shards of one bot that may begin within five seconds; Discord calls it `max_concurrency`.
    public static final int GATEWAY_STARTS_AT_ONCE = 16;
    public static final int GATEWAY_STARTS_PER_DAY = 1_000;
    /// How many guilds a shard should serve, and above how many it may not begin.
    public static final int GATEWAY_GUILDS_PER_SHARD = 1_000;
    public static final int GATEWAY_GUILDS_PER_SHARD_MAX = 2_500;
    /// A session description of a large call is long.
    public static final int VOICE_FRAME_MAX_BYTES = 1 << 18;
    public static final int VOICE_MESSAGES_PER_MINUTE = 600;
    /// What somebody who has lost the voice socket can be told afterwards.
    public static final int VOICE_KEPT_MESSAGES = 512;
    public static final int VOICE_KEPT_CHARS = 1 << 18;
    /// How long people may take to agree with being recorded, and how long a node that ends waits for its recorders.
    public static final int RECORDING_ANSWER_S = 60;
    public static final int RECORDING_CLOSE_S = 20;
    /// The largest picture of a video that is recorded; a sender who never ends one costs no more.
    public static final int RECORDING_PICTURE_BYTES = 8 << 20;
    public static final int SDP_MAX_CHARS = 128 * 1_024;
    /// Seats of people who try their connection, how many of one person, and for how long each.
    public static final int VOICE_TRIALS_MAX = 256;
    public static final int VOICE_TRIALS_OF_A_PERSON_MAX = 4;
    public static final int VOICE_TRIAL_S = 30;
    public static final int MEMBERS_FOUND_MAX = 100;
    public static final int GATEWAY_DRAIN_MS = 2_000;
    /// Events on their way to the event loops, and tasks before one of them.
    public static final int FANOUT_QUEUE_MAX = 16_384;
    /// Sessions of one guild that are told before another guild has its turn.
    public static final int FANOUT_SLICE = 512;
    /// How many waiting events a loop tells to one session before it turns to the next.
    public static final int FANOUT_GATHERED = 64;
    /// Sessions that are told before the loop writes.
    public static final int FANOUT_TURN = 2_048;
    /// Members of a large guild whose presence one session follows.
    public static final int WATCHED_MEMBERS_MAX = 2_000;
    public static final int PRESENCE_PATIENCE_MS = 5_000;

    public static final int APPEND_BATCH_MAX = 512;
    public static final int APPEND_QUEUE_MAX = 20_000;
    public static final int HISTORY_CACHE_CHANNELS = 2_000;
    /// Plain messages whose JSON is kept for the next reader, about 0.8 kB each, where no memory is meant for more.
    public static final int WRITTEN_MESSAGES_MIN = 2_000;
    /// Whole pages of them that were asked for again, about 30 kB each.
    public static final int WRITTEN_PAGES_MAX = 64;
    /// Searches whose hits have been counted, for their further pages.
    public static final int SEARCH_COUNTS_MAX = 1_000;
    public static final int USER_CACHE_MAX = 100_000;
    public static final int SESSIONS_PER_USER_MAX = 50;

    private Limits() {}
}
