package chat.parley.base.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.base.limit.Limits;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChoresTest {
    @Test
    void chores_are_done_in_order_and_one_that_fails_holds_nobody_up() {
        var done = new CopyOnWriteArrayList<Integer>();
        try (var chores = new Chores("test")) {
            chores.add(() -> done.add(1));
            chores.add(() -> {
                throw new IllegalStateException("a chore that fails");
            });
            chores.add(() -> done.add(2));
        }
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void what_does_not_fit_is_left_undone_and_nobody_waits() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var done = new CopyOnWriteArrayList<Integer>();
        try (var chores = new Chores("test")) {
            chores.add(() -> {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            begun.await();
            IntStream.range(0, Limits.CHORES_MAX + 10).forEach(it -> chores.add(() -> done.add(it)));
            goOn.countDown();
        }
        assertEquals(IntStream.range(0, Limits.CHORES_MAX).boxed().toList(), done);
    }
}
