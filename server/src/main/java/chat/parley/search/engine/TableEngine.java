package chat.parley.search.engine;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A side table in PostgreSQL: the words of each message under a GIN index. Nothing lies on disk beside the database,
/// so several nodes can share it; each change costs a statement.
public final class TableEngine implements Engine {
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Database database;
    private final Words words;
    private Watermark watermark;

    public TableEngine(Database database, Words words) {
        this.database = database;
        this.words = words;
        this.watermark = opened();
    }

    @Override
    public Watermark watermark() {
        return watermark;
    }

    @Override
    public void put(Collection<Sheet> sheets) {
        database.transaction(sql -> {
            for (var sheet : sheets) {
                sql.change(
                        """
                        INSERT INTO search_messages (id, channel_id, author_id, mentions, has, words, line)
                        VALUES (?, ?, ?, ?, ?::text[], ?::text[], ?)
                        ON CONFLICT (id) DO UPDATE SET mentions = excluded.mentions, has = excluded.has,
                            words = excluded.words, line = excluded.line
                        """,
                        sheet.id(),
                        sheet.channel(),
                        sheet.author(),
                        numbers(sheet.mentions()),
                        names(sheet.has()),
                        words.of(sheet.text()),
                        line(words.line(sheet.text())));
            }
            return true;
        });
    }

    @Override
    public void remove(Collection<MessageId> messages) {
        database.change("DELETE FROM search_messages WHERE id = ANY (?::bigint[])", (Object) numbers(messages));
    }

    @Override
    public void removeChannel(ChannelId channel) {
        database.change("DELETE FROM search_messages WHERE channel_id = ?", channel);
    }

    @Override
    public void commit(Watermark reached) {
        database.change("UPDATE search_state SET newest = ?, since = ? WHERE id", reached.newest(), reached.since());
        watermark = reached;
    }

    /// What is written is seen at once.
    @Override
    public void refresh() {}

    @Override
    public Found find(Question question) {
        var where = new Where(question);
        int total = database.first(
                        "SELECT count(*) AS hits FROM (SELECT 1 FROM search_messages WHERE " + where.text + " LIMIT "
                                + Limits.SEARCH_COUNT_MAX + ") AS hit",
                        row -> row.integer("hits"),
                        where.parameters.toArray())
                .orElse(0);
        var page = question.page();
        where.parameters.add(page.limit());
        where.parameters.add(page.offset());
        var hits = database.list(
                "SELECT id, channel_id FROM search_messages WHERE " + where.text + " ORDER BY " + order(page.order())
                        + " LIMIT ? OFFSET ?",
                row -> new Hit(new ChannelId(row.number("channel_id")), new MessageId(row.number("id"))),
                where.parameters.toArray());
        return new Found(hits, total);
    }

    @Override
    public void close() {}

    /// Short messages that hold every word fit better than long ones.
    private static String order(Question.Order order) {
        return switch (order) {
            case NEWEST -> "id DESC";
            case OLDEST -> "id";
            case FITTING -> "cardinality(words), id DESC";
        };
    }

    /// The conditions, as text of ours with parameters.
    private static final class Where {
        private final StringBuilder text = new StringBuilder("channel_id = ANY (?::bigint[])");
        private final List<@Nullable Object> parameters = new ArrayList<>();

        Where(Question question) {
            parameters.add(numbers(question.channels()));
            var traits = question.traits();
            var sought = question.sought();
            when(!sought.anything(), " AND words @> ?::text[]", sought.words());
            for (var phrase : sought.phrases()) {
                boolean open = phrase.contains("");
                when(!open, " AND strpos(line, ?) > 0", line(phrase));
                when(open, " AND line ~ ?", pattern(phrase));
            }
            when(!traits.authors().isEmpty(), " AND author_id = ANY (?::bigint[])", numbers(traits.authors()));
            when(!traits.mentions().isEmpty(), " AND mentions && ?::bigint[]", numbers(traits.mentions()));
            when(!traits.has().isEmpty(), " AND has @> ?::text[]", names(traits.has()));
            when(!traits.lacks().isEmpty(), " AND NOT has && ?::text[]", names(traits.lacks()));
            when(traits.above() > 0, " AND id > ?", traits.above());
            when(traits.below() < Long.MAX_VALUE, " AND id < ?", traits.below());
            var only = question.only();
            if (only != null) {
                when(true, " AND id = ANY (?::bigint[])", numbers(only));
            }
            when(!question.without().isEmpty(), " AND id <> ALL (?::bigint[])", numbers(question.without()));
        }

        private void when(boolean asked, String condition, Object parameter) {
            if (asked) {
                text.append(condition);
                parameters.add(parameter);
            }
        }
    }

    private Watermark opened() {
        boolean other = database.first(
                        "SELECT language FROM search_state WHERE id AND language = ?",
                        row -> row.text("language"),
                        words.making())
                .isEmpty();
        if (other) {
            database.transaction(sql -> {
                sql.change("TRUNCATE search_messages");
                return sql.change(
                        "UPDATE search_state SET language = ?, newest = 0, since = ? WHERE id",
                        words.making(),
                        Instant.EPOCH);
            });
        }
        return database.first(
                        "SELECT newest, since FROM search_state WHERE id",
                        row -> new Watermark(new MessageId(row.number("newest")), row.instant("since")))
                .orElse(Watermark.EMPTY);
    }

    /// With a space before and after each word, so that a phrase is a part of it; words hold none.
    private static String line(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    /// The same where a filler word may be any word. Letters and digits stand for themselves.
    private static String pattern(List<String> words) {
        return words.stream()
                .map(it -> it.isEmpty() ? "[^ ]*" : SIGN.matcher(it).replaceAll("\\\\$0"))
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static long[] numbers(Collection<? extends Id> ids) {
        return ids.stream().mapToLong(Id::value).toArray();
    }

    private static List<String> names(Set<Sheet.Has> has) {
        return has.stream().map(Enum::name).toList();
    }
}
