package chat.parley.search.engine;

import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;

/// An index in the data directory. Its watermark lies in the index's own commit, so the two cannot disagree.
public final class LuceneEngine implements Engine {
    /// On the heap; about 10,000 messages, which become a file when it is full, or when somebody searches.
    private static final double BUFFER_MB = 4;
    /// It tells at each start that a preview module could make vectors faster, which nobody searches here.
    /// Kept, because the platform forgets the level of a logger that nobody holds.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private static final Question.Page ANY_PAGE = new Question.Page(Question.Order.NEWEST, 0, 0);

    /// @param view of the index; the key of a reader, which does not hold it
    private record Counting(IndexReader.CacheKey view, Question question) {}

    private final BoundedCache<Counting, Integer> counts = new BoundedCache<>(Limits.SEARCH_COUNTS_MAX);
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Words words;
    private final String origin;
    private Watermark watermark;

    /// @param identity of the database of which it is made
    public LuceneEngine(Path folder, Words words, String identity) {
        this.words = words;
        this.origin = identity + " " + words.making() + " newest first";
        try {
            directory = FSDirectory.open(folder);
            writer = opened();
            watermark = stored();
            searchers = new SearcherManager(writer, null);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public Watermark watermark() {
        return watermark;
    }

    @Override
    public void put(Collection<Sheet> sheets) {
        doing(() -> {
            for (var sheet : sheets) {
                writer.updateDocument(key(sheet.id()), document(sheet));
            }
        });
    }

    @Override
    public void remove(Collection<MessageId> messages) {
        doing(() ->
                writer.deleteDocuments(messages.stream().map(LuceneEngine::key).toArray(Term[]::new)));
    }

    @Override
    public void removeChannel(ChannelId channel) {
        doing(() -> writer.deleteDocuments(LongField.newExactQuery("channel", channel.value())));
    }

    @Override
    public void commit(Watermark reached) {
        doing(() -> {
            writer.setLiveCommitData(Map.of(
                            "origin", origin,
                            "newest", reached.newest().text(),
                            "since", reached.since().toString())
                    .entrySet());
            writer.commit();
            watermark = reached;
        });
    }

    @Override
    public void refresh() {
        doing(searchers::maybeRefreshBlocking);
    }

    @Override
    public Found find(Question question) {
        try {
            var searcher = searchers.acquire();
            try {
                return found(searcher, question);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        doing(() -> {
            searchers.close();
            writer.rollback();
            directory.close();
        });
    }

    /// Hot path for words that everybody uses. Segments are sorted as people read, so a page is what comes first. The
    /// rest is only counted, no further than anybody can page, and once for all pages of a search.
    private Found found(IndexSearcher searcher, Question question) throws IOException {
        var page = question.page();
        int wanted = page.offset() + page.limit();
        var counting = counting(searcher, question);
        var counted = counts.find(counting);
        var top = searcher.search(
                query(question),
                new TopFieldCollectorManager(
                        sort(page.order()), wanted, counted == null ? Limits.SEARCH_COUNT_MAX : wanted));
        int total = counted == null ? (int) Math.min(top.totalHits.value(), Limits.SEARCH_COUNT_MAX) : counted;
        if (counted == null) {
            counts.keep(counts.stamp(), counting, total);
        }
        var hits = new ArrayList<Hit>();
        for (int i = page.offset(); i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher.getIndexReader().leaves(), top.scoreDocs[i].doc));
        }
        return new Found(hits, total);
    }

    private static Counting counting(IndexSearcher searcher, Question question) {
        var sameForAllPages = new Question(
                question.sought(),
                question.channels(),
                question.traits(),
                question.only(),
                question.without(),
                ANY_PAGE);
        return new Counting(searcher.getIndexReader().getReaderCacheHelper().getKey(), sameForAllPages);
    }

    private static Hit hit(List<LeafReaderContext> segments, int document) throws IOException {
        var segment = segments.get(ReaderUtil.subIndex(document, segments));
        int within = document - segment.docBase;
        return new Hit(
                new ChannelId(number(segment.reader(), "channel", within)),
                new MessageId(number(segment.reader(), "id", within)));
    }

    private static long number(LeafReader segment, String field, int document) throws IOException {
        var numbers = DocValues.getSortedNumeric(segment, field);
        if (!numbers.advanceExact(document)) {
            throw new CorruptIndexException("A message has no " + field, segment.toString());
        }
        return numbers.nextValue();
    }

    private static long newest(LeafReader segment) {
        try {
            byte[] id = PointValues.getMaxPackedValue(segment, "id");
            return id == null ? Long.MIN_VALUE : LongPoint.decodeDimension(id, 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Sort sort(Question.Order order) {
        var byId = LongField.newSortField("id", order != Question.Order.OLDEST, SortedNumericSelector.Type.MIN);
        return order == Question.Order.FITTING ? new Sort(SortField.FIELD_SCORE, byId) : new Sort(byId);
    }

    private static Query query(Question question) {
        var query = new BooleanQuery.Builder();
        question.sought().words().forEach(it -> query.add(new TermQuery(new Term("body", it)), Occur.MUST));
        question.sought().phrases().forEach(it -> query.add(phrase(it), Occur.MUST));
        query.add(LongField.newSetQuery("channel", numbers(question.channels())), Occur.FILTER);
        var traits = question.traits();
        if (!traits.authors().isEmpty()) {
            query.add(LongField.newSetQuery("author", numbers(traits.authors())), Occur.FILTER);
        }
        if (!traits.mentions().isEmpty()) {
            query.add(LongField.newSetQuery("mention", numbers(traits.mentions())), Occur.FILTER);
        }
        traits.has().forEach(it -> query.add(has(it), Occur.FILTER));
        traits.lacks().forEach(it -> query.add(has(it), Occur.MUST_NOT));
        if (traits.above() > 0 || traits.below() < Long.MAX_VALUE) {
            query.add(LongField.newRangeQuery("id", traits.above() + 1, traits.below() - 1), Occur.FILTER);
        }
        if (question.only() != null) {
            query.add(LongField.newSetQuery("id", numbers(question.only())), Occur.FILTER);
        }
        if (!question.without().isEmpty()) {
            query.add(LongField.newSetQuery("id", numbers(question.without())), Occur.MUST_NOT);
        }
        if (question.sought().anything()) {
            query.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return query.build();
    }

    private static Query phrase(List<String> words) {
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) {
                phrase.add(new Term("body", words.get(i)), i);
            }
        }
        return phrase.build();
    }

    private static Query has(Sheet.Has what) {
        return new TermQuery(new Term("has", what.name()));
    }

    private static long[] numbers(Collection<? extends Id> ids) {
        return ids.stream().mapToLong(Id::value).toArray();
    }

    private static Document document(Sheet sheet) {
        var document = new Document();
        document.add(new StringField("key", sheet.id().text(), Field.Store.NO));
        document.add(new LongField("id", sheet.id().value(), Field.Store.NO));
        document.add(new LongField("channel", sheet.channel().value(), Field.Store.NO));
        document.add(new LongField("author", sheet.author().value(), Field.Store.NO));
        sheet.mentions().forEach(it -> document.add(new LongField("mention", it.value(), Field.Store.NO)));
        sheet.has().forEach(it -> document.add(new StringField("has", it.name(), Field.Store.NO)));
        document.add(new TextField("body", Composed.of(sheet.text()).text(), Field.Store.NO));
        return document;
    }

    private static Term key(MessageId id) {
        return new Term("key", id.text());
    }

    /// An index that cannot be read, is sorted otherwise, or was made of something else, is thrown away.
    private IndexWriter opened() throws IOException {
        IndexWriter opened;
        try {
            opened = new IndexWriter(directory, options(OpenMode.CREATE_OR_APPEND));
        } catch (CorruptIndexException | IndexFormatTooOldException | IllegalArgumentException unreadable) {
            return new IndexWriter(directory, options(OpenMode.CREATE));
        }
        if (!origin.equals(committed(opened).getOrDefault("origin", origin))) {
            opened.deleteAll();
            opened.setLiveCommitData(new HashMap<String, String>().entrySet());
            opened.commit();
        }
        return opened;
    }

    private IndexWriterConfig options(OpenMode mode) {
        return new IndexWriterConfig(words.analyzer())
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setIndexSort(sort(Question.Order.NEWEST))
                .setLeafSorter(Comparator.comparingLong(LuceneEngine::newest).reversed());
    }

    private Watermark stored() {
        var data = committed(writer);
        String newest = data.get("newest");
        String since = data.get("since");
        return newest == null || since == null
                ? Watermark.EMPTY
                : new Watermark(new MessageId(Long.parseLong(newest)), Instant.parse(since));
    }

    private static Map<String, String> committed(IndexWriter writer) {
        var data = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(it -> data.put(it.getKey(), it.getValue()));
        }
        return data;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void doing(Work work) {
        try {
            work.run();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
