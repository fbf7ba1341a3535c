package chat.parley.edge.http;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a site answer a call, and is the one place where a fault ends: it is logged once, under an id that the
/// caller gets and nothing else.
final class Answering {
    static final Refusal BUSY = new Refusal.Busy(1_000);

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private Answering() {}

    static Reply of(Site site, Call call) {
        try {
            return Gzip.packed(site.answer(call), call);
        } catch (Refused no) {
            return site.refused(no.refusal());
        } catch (Exception | StackOverflowError fault) {
            String trace =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            log.error("Fault {} in {} {}", trace, call.method(), call.path(), fault);
            return Reply.status(500).with("X-Trace-Id", trace);
        }
    }
}
