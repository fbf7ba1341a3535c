package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Many people come, some of them at the same time.
final class Joining {
    private static final int AT_ONCE = 32;

    private Joining() {}

    static List<Person> all(int count, Callable<Person> joining) throws ExecutionException, InterruptedException {
        var pending = new ArrayList<Future<Person>>();
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                pending.add(threads.submit(() -> {
                    turns.acquire();
                    try {
                        return joining.call();
                    } finally {
                        turns.release();
                    }
                }));
            }
        }
        var people = new ArrayList<Person>();
        for (var it : pending) {
            people.add(it.get());
        }
        return people;
    }
}
