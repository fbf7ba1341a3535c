package chat.parley.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Every key, in the order of the documentation. A value that is not here cannot be configured.
public final class Keys {
    public static final Key<Path> DATA_DIR = Key.of(
            "data_dir",
            Kind.path(),
            "data",
            "Where everything is kept: the database, files and secrets. One node at a time may use it.");

    public static final Key<String> HOST = Key.of(
            "host",
            Kind.matching("a host name or an IP address", "[0-9A-Za-z.:-]+"),
            "0.0.0.0",
            "The address to listen on; 127.0.0.1 when a proxy on the same machine stands in front.");
    public static final Key<Integer> PORT = Key.of(
            "port",
            Kind.number(0, 65_535),
            8080,
            "The TCP port of everything: web client, API and gateway. 0 takes any free one.");
    public static final Key<Integer> MEDIA_PORT = Key.of(
            "media_port",
            Kind.number(0, 65_535),
            10_000,
            "The port of voice, video and screen share: UDP, and TCP for those whom UDP does not reach.");
    public static final Key<List<String>> MEDIA_ADDRESSES = Key.of(
            "media_addresses",
            Kind.list(),
            "",
            "The IP addresses under which clients reach the media port, best first. Empty: those of this machine.");
    public static final Key<String> MEDIA_LARGE_PAGES = Key.of(
            "media_large_pages",
            Kind.choice("on", "off"),
            "on",
            "Whether Linux puts this server's memory into large pages when people come to a call, which makes calls "
                    + "cheaper.");
    public static final Key<List<String>> TURN_URLS = Key.of(
            "turn_urls",
            Kind.relays(),
            "",
            "The TURN servers (coturn) for calls of those who reach the media port neither by UDP nor by TCP. "
                    + "Empty: there is none.");
    public static final Key<String> TURN_SECRET = Key.of(
                    "turn_secret",
                    Kind.text(),
                    "",
                    "What the TURN servers know as static-auth-secret; people get passwords made of it that hold a day.")
            .asSecret();
    public static final Key<String> DOMAIN = Key.of(
            "domain",
            Kind.matching("empty or a domain like chat.example.org", "|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"),
            "",
            "The public name of this node. It makes the public address https://DOMAIN.");
    public static final Key<String> PUBLIC_URL = Key.of(
            "public_url",
            Kind.origin(),
            "",
            "The address that people open, when it is not https://DOMAIN. Empty: what the browser asked for.");
    public static final Key<String> TLS_CERTIFICATE = Key.of(
            "tls_certificate",
            Kind.text(),
            "",
            "A PEM file with this node's certificate and those that lead to a known authority: the port then speaks "
                    + "HTTPS. It is read again when it changes. Empty: plain HTTP, for a proxy in front.");
    public static final Key<String> TLS_KEY =
            Key.of("tls_key", Kind.text(), "", "The PEM file with the private key that belongs to it.");
    public static final Key<List<String>> TRUSTED_PROXIES = Key.of(
            "trusted_proxies",
            Kind.list(),
            "",
            "Addresses or networks (10.0.0.0/8) of proxies whose X-Forwarded-For tells the caller's address.");
    public static final Key<List<String>> CORS_ORIGINS = Key.of(
            "cors_origins",
            Kind.list(),
            "",
            "Further origins (https://app.example.org) whose pages may call the API; * for all.");

    public static final Key<String> DATABASE_URL = Key.of(
                    "database_url",
                    Kind.text(),
                    "",
                    "A PostgreSQL 16 or newer: postgresql://user:password@host:5432/parley. "
                            + "Empty: Parley brings and runs its own.")
            .asSecret();
    public static final Key<Integer> DATABASE_CONNECTIONS = Key.of(
            "database_connections", Kind.number(0, 200), 0, "How many connections to keep at most; 0: four a core.");
    public static final Key<String> DATABASE_BUFFERS = Key.of(
            "database_buffers",
            Kind.matching("a size like 32MB", "[1-9][0-9]*(kB|MB|GB)"),
            "32MB",
            "The page cache of Parley's own PostgreSQL.");
    public static final Key<Integer> HISTORY_MEMORY_PERCENT = Key.of(
            "history_memory_percent",
            Kind.number(0, 50),
            2,
            "How much of Java's memory may hold older messages that somebody has read lately; 0: none.");

    public static final Key<String> NAME = Key.of(
            "name", Kind.text(), "Parley", "What this node is called, until its owner names it in the settings.");
    public static final Key<String> REGISTRATION = Key.of(
            "registration",
            Kind.choice("open", "invite", "closed"),
            "invite",
            "Who may make an account, until the owner decides in the settings: everybody, who has an invite, or nobody. "
                    + "The first account can always be made; it owns the node.");
    public static final Key<Integer> ARGON2_MEMORY = Key.of(
            "argon2_memory_kib",
            Kind.number(1_024, 1_048_576),
            19_456,
            "KiB of memory for hashing one password. Existing hashes are upgraded at the next sign-in.");
    public static final Key<Integer> ARGON2_ITERATIONS =
            Key.of("argon2_iterations", Kind.number(1, 100), 2, "Passes over that memory.");
    public static final Key<Integer> ARGON2_PARALLELISM =
            Key.of("argon2_parallelism", Kind.number(1, 16), 1, "Lanes in that memory.");

    public static final Key<String> RATE_LIMITS = Key.of(
            "rate_limits",
            Kind.choice("on", "off"),
            "on",
            "off lifts all of the limits below, for tests and measurements only.");
    public static final Key<Integer> SIGN_INS_PER_MINUTE = Key.of(
            "sign_ins_per_minute",
            Kind.number(1, 1_000_000),
            5,
            "Attempts to sign in or register, from one address in a minute.");
    public static final Key<Integer> MESSAGES_PER_10_SECONDS = Key.of(
            "messages_per_10_seconds",
            Kind.number(1, 1_000_000),
            10,
            "Messages of one person in one channel in 10 seconds.");
    public static final Key<Integer> REQUESTS_PER_SECOND = Key.of(
            "requests_per_second", Kind.number(1, 1_000_000), 50, "Requests of one account in a second, all together.");
    public static final Key<Integer> ANONYMOUS_PER_SECOND = Key.of(
            "anonymous_requests_per_second",
            Kind.number(1, 1_000_000),
            50,
            "Requests without a valid token, from one address in a second.");
    public static final Key<Integer> SOCKETS_PER_ADDRESS = Key.of(
            "sockets_per_address", Kind.number(1, 1_000_000), 10, "Gateway connections of one address at a time.");

    public static final Key<Integer> PURGE_DELETED_DAYS = Key.of(
            "purge_deleted_days",
            Kind.number(0, 36_500),
            30,
            "After how many days a deleted message is removed from the database for good; 0: at the next round.");

    public static final Key<String> SEARCH_ENGINE = Key.of(
            "search_engine",
            Kind.choice("lucene", "postgres"),
            "lucene",
            "What messages are found with: an index in the data directory, or a table in the database, "
                    + "which several nodes can share.");
    public static final Key<String> SEARCH_LANGUAGE = Key.of(
            "search_language",
            Kind.choice("any", "en", "de", "fr", "es", "cjk"),
            "any",
            "The language whose endings and filler words search knows; another one makes the index anew.");

    public static final Key<Integer> ATTACHMENT_MAX_MB =
            Key.of("attachment_max_mb", Kind.number(1, 10_240), 50, "How large one file in a message may be, in MiB.");
    public static final Key<String> S3_ENDPOINT = Key.of(
            "s3_endpoint",
            Kind.origin(),
            "",
            "Where files are kept, when not in the data directory: an S3 server like "
                    + "https://s3.eu-central-1.amazonaws.com. It only ever sees encrypted files.");
    public static final Key<String> S3_BUCKET =
            Key.of("s3_bucket", Kind.matching("a bucket's name", "[A-Za-z0-9._-]+"), "parley", "The bucket there.");
    public static final Key<String> S3_REGION =
            Key.of("s3_region", Kind.matching("a region's name", "[A-Za-z0-9-]+"), "us-east-1", "Its region.");
    public static final Key<String> S3_ACCESS_KEY =
            Key.of("s3_access_key", Kind.text(), "", "The access key's id for that bucket.");
    public static final Key<String> S3_SECRET_KEY = Key.of(
                    "s3_secret_key", Kind.text(), "", "The secret that belongs to it.")
            .asSecret();
    public static final Key<String> CLAMAV = Key.of(
            "clamav",
            Kind.matching("empty, a socket's path or host:port", "|/.+|[0-9A-Za-z.-]+:[0-9]{1,5}"),
            "",
            "The clamd that examines uploads, as /run/clamav/clamd.ctl or 127.0.0.1:3310. Empty: none does.");

    public static final Key<Integer> AUDIT_LOG_DAYS = Key.of(
            "audit_log_days", Kind.number(1, 36_500), 90, "How many days an entry of a guild's audit log is kept.");

    public static final Key<Integer> RECORDING_DAYS =
            Key.of("recording_days", Kind.number(1, 36_500), 30, "How many days the recording of a call is kept.");

    public static final Key<List<String>> OUTGOING_NETWORKS = Key.of(
            "outgoing_networks",
            Kind.networks(),
            "",
            "Private networks (10.0.0.0/8) that webhooks, interaction endpoints and link previews may call; "
                    + "public addresses always.");

    public static final Key<String> LINK_PREVIEWS = Key.of(
            "link_previews",
            Kind.choice("on", "off"),
            "on",
            "Whether the server fetches pages that messages link to, and pictures that embeds show, to present them.");

    public static final Key<List<String>> METRICS_READERS = Key.of(
            "metrics_readers",
            Kind.networks(),
            "",
            "Networks (10.0.0.0/8, 127.0.0.1) that may read /metrics, as Prometheus does. Empty: there is no such page.");

    public static final Key<String> LOG_FORMAT = Key.of(
            "log_format",
            Kind.choice("text", "json"),
            "text",
            "How log lines are written: for people or for programs.");
    public static final Key<String> LOG_LEVEL = Key.of(
            "log_level", Kind.choice("error", "warn", "info", "debug"), "info", "The least important lines to write.");

    public static final List<Key<?>> ALL = List.of(
            DATA_DIR,
            HOST,
            PORT,
            MEDIA_PORT,
            MEDIA_ADDRESSES,
            MEDIA_LARGE_PAGES,
            TURN_URLS,
            TURN_SECRET,
            DOMAIN,
            PUBLIC_URL,
            TLS_CERTIFICATE,
            TLS_KEY,
            TRUSTED_PROXIES,
            CORS_ORIGINS,
            DATABASE_URL,
            DATABASE_CONNECTIONS,
            DATABASE_BUFFERS,
            HISTORY_MEMORY_PERCENT,
            NAME,
            REGISTRATION,
            ARGON2_MEMORY,
            ARGON2_ITERATIONS,
            ARGON2_PARALLELISM,
            RATE_LIMITS,
            SIGN_INS_PER_MINUTE,
            MESSAGES_PER_10_SECONDS,
            REQUESTS_PER_SECOND,
            ANONYMOUS_PER_SECOND,
            SOCKETS_PER_ADDRESS,
            PURGE_DELETED_DAYS,
            AUDIT_LOG_DAYS,
            RECORDING_DAYS,
            SEARCH_ENGINE,
            SEARCH_LANGUAGE,
            ATTACHMENT_MAX_MB,
            OUTGOING_NETWORKS,
            S3_ENDPOINT,
            S3_BUCKET,
            S3_REGION,
            S3_ACCESS_KEY,
            S3_SECRET_KEY,
            CLAMAV,
            LINK_PREVIEWS,
            METRICS_READERS,
            LOG_FORMAT,
            LOG_LEVEL);

    private Keys() {}

    static Optional<Key<?>> named(String name) {
        return ALL.stream()
                .<Key<?>>map(it -> it)
                .filter(it -> it.name().equals(name))
                .findFirst();
    }
}
