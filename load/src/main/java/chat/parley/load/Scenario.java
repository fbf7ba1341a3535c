package chat.parley.load;

/// Something to measure. It starts what it needs and ends it.
@FunctionalInterface
public interface Scenario {
    Report run(Options options) throws Exception;
}
