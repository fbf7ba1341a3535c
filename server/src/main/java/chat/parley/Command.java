package chat.parley;

import java.util.List;

/// One thing that the program can be asked to do.
interface Command {
    int DONE = 0;
    int FAILED = 1;
    int MISUSED = 2;

    String name();

    /// One line for the list of commands.
    String summary();

    /// What `--help` prints: how it is written, its options, its exit codes.
    String help();

    /// @param arguments what follows the command's name
    /// @return the exit code
    int run(List<String> arguments);
}
