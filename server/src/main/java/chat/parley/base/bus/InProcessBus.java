package chat.parley.base.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bus of a single node: a call. A listener that fails does not keep the others from the event.
public final class InProcessBus implements Bus {
    private static final Logger LOG = LoggerFactory.getLogger(InProcessBus.class);

    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Event event) {
        for (var listener : listeners) {
            listener.offer(event);
        }
    }

    @Override
    public <E extends Event> void subscribe(Class<E> type, Consumer<E> listener) {
        listeners.add(new Listener<>(type, listener));
    }

    private record Listener<E extends Event>(Class<E> type, Consumer<E> consumer) {
        void offer(Event event) {
            if (!type.isInstance(event)) {
                return;
            }
            try {
                consumer.accept(type.cast(event));
            } catch (RuntimeException fault) {
                LOG.error("A listener failed on {}", event.getClass().getSimpleName(), fault);
            }
        }
    }
}
