package chat.parley.edge.http;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// A site that tells what it was asked, fails on `/fault`, refuses on `/refused`, and on `/wait` answers when
/// it may.
final class Echo implements Site {
    record Heard(String method, String path, String query, String ip, int length, String body) {}

    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Override
    public boolean takes(String path) {
        return !path.equals("/nobody");
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply answer(Call call) {
        String text = new String(call.content().bytes(), StandardCharsets.UTF_8);
        return switch (call.path()) {
            case "/fault" -> throw new IllegalStateException("on purpose");
            case "/refused" -> throw new Refused(new Refusal.Conflict("no"));
            case "/none" -> Reply.none();
            case "/long" -> Reply.json("x".repeat(100_000));
            case "/wait" -> waited();
            default ->
                Reply.json(new Heard(
                        call.method().name(),
                        call.path(),
                        call.query(),
                        call.ip(),
                        (int) call.content().length(),
                        text));
        };
    }

    @Override
    public Reply refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.TooLarge _ -> Reply.status(413);
            case Refusal.Busy _ -> Reply.status(503);
            default -> Reply.status(409);
        };
    }

    private Reply waited() {
        waiting.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return Reply.json("waited");
    }
}
