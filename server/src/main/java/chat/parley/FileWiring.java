package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.content.Spool;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import chat.parley.bot.Applications;
import chat.parley.channel.Channels;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.cdn.Cdn;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.bot.ApplicationEmojiEndpoints;
import chat.parley.edge.discord.rest.file.EmojiEndpoints;
import chat.parley.edge.discord.rest.file.FileEndpoints;
import chat.parley.edge.discord.rest.file.FileRoutes;
import chat.parley.edge.discord.rest.file.StickerEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.file.Attachments;
import chat.parley.file.FileLinks;
import chat.parley.file.Uploads;
import chat.parley.file.blob.Blobs;
import chat.parley.file.blob.DirectoryBlobs;
import chat.parley.file.blob.MasterKeys;
import chat.parley.file.blob.S3Blobs;
import chat.parley.file.blob.Vault;
import chat.parley.file.picture.Thumbnails;
import chat.parley.file.portrait.Portraits;
import chat.parley.file.scan.ClamAv;
import chat.parley.file.sound.SoundFiles;
import chat.parley.guild.Guilds;
import chat.parley.guild.expression.ApplicationEmojis;
import chat.parley.guild.expression.Emojis;
import chat.parley.guild.expression.Stickers;
import chat.parley.message.upkeep.Tidying;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/// The part of [App] that wires files.
final class FileWiring implements AutoCloseable {
    final Spool spool;
    final Vault vault;
    final FileLinks links;
    final Portraits portraits;
    final SoundFiles sounds;
    final Attachments attachments;
    final Filing filing;
    final ApplicationEmojis applicationEmojis;

    private final Channels channels;
    private final Database database;
    private final Snowflakes ids;
    private final Uploads uploads;
    private final Thumbnails thumbnails = new Thumbnails();
    private final Tidying tidying;
    private final long maxBytes;

    /// @param port on which this node listens, once it does
    FileWiring(
            Config config,
            Channels channels,
            Database database,
            Bus bus,
            Snowflakes ids,
            Clock clock,
            IntSupplier port) {
        this.channels = channels;
        this.database = database;
        this.ids = ids;
        Path directory = config.of(Keys.DATA_DIR);
        maxBytes = (long) config.of(Keys.ATTACHMENT_MAX_MB) << 20;
        spool = new Spool(directory.resolve("spool"));
        var keys = MasterKeys.at(directory.resolve("files.key"));
        vault = new Vault(blobs(config, clock), keys);
        String url = config.publicUrl();
        links = new FileLinks(
                () -> url.isEmpty() ? config.localUrl(port.getAsInt()) : url, keys.derived("links"), clock);
        var scanner = ClamAv.at(config.of(Keys.CLAMAV));
        portraits = new Portraits(vault, scanner);
        sounds = new SoundFiles(vault, scanner);
        var means = new Attachments.Means(vault, spool, thumbnails, scanner, maxBytes);
        attachments = new Attachments(means, database, ids, clock);
        uploads = new Uploads(spool, ids, clock, maxBytes);
        filing = new Filing(attachments, uploads, clock);
        applicationEmojis = new ApplicationEmojis(database);
        tidying = new Tidying(attachments, database, bus, Duration.ofDays(config.of(Keys.PURGE_DELETED_DAYS)));
    }

    void start() {
        tidying.start();
    }

    /// Room for the largest files of a message and its text.
    long formMaxBytes() {
        return Limits.ATTACHMENTS_MAX * maxBytes + Limits.HTTP_BODY_MAX_BYTES;
    }

    List<Route> routes() {
        return FileRoutes.files(new FileEndpoints(channels, uploads, attachments, links));
    }

    /// Emoji and stickers.
    List<Route> routes(Guilds guilds, Users users) {
        return FileRoutes.expressions(
                new EmojiEndpoints(new Emojis(guilds, database), users, portraits, ids),
                new StickerEndpoints(new Stickers(guilds, database), guilds, users, portraits, ids));
    }

    ApplicationEmojiEndpoints applicationEmojis(Applications applications, Users users) {
        return new ApplicationEmojiEndpoints(applications, applicationEmojis, users, portraits, ids);
    }

    Cdn cdn() {
        return new Cdn(attachments, portraits, sounds, vault, thumbnails, links);
    }

    @Override
    public void close() {
        tidying.close();
        uploads.close();
    }

    private static Blobs blobs(Config config, Clock clock) {
        String endpoint = config.of(Keys.S3_ENDPOINT);
        if (endpoint.isEmpty()) {
            return new DirectoryBlobs(config.of(Keys.DATA_DIR).resolve("files"));
        }
        var place = new S3Blobs.Place(
                URI.create(endpoint),
                config.of(Keys.S3_BUCKET),
                config.of(Keys.S3_REGION),
                config.of(Keys.S3_ACCESS_KEY),
                config.of(Keys.S3_SECRET_KEY));
        return new S3Blobs(place, clock);
    }
}
