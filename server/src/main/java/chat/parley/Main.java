package chat.parley;

import chat.parley.config.CannotStart;
import chat.parley.config.Similar;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The command line: `parley [COMMAND] [OPTIONS]`.
public final class Main {
    private static final List<Command> COMMANDS = List.of(
            new ServeCommand(),
            new ConfigCommand(),
            new DoctorCommand(),
            new UserCommand(),
            new VersionCommand(),
            new RehearseCommand());

    private Main() {}

    public static void main(String[] arguments) {
        int status = run(Arrays.asList(arguments));
        System.out.flush();
        if (status != Command.DONE) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments) {
        // Options alone mean `serve`.
        boolean named = !arguments.isEmpty() && !arguments.getFirst().startsWith("-");
        String name = named ? arguments.getFirst() : "serve";
        var rest = named ? arguments.subList(1, arguments.size()) : arguments;
        boolean wantsHelp = arguments.stream().anyMatch(it -> it.equals("--help") || it.equals("-h"));
        if (name.equals("help") || (wantsHelp && !named)) {
            System.out.print(overview());
            return Command.DONE;
        }
        var command = COMMANDS.stream().filter(it -> it.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            String hint =
                    Similar.hint(name, COMMANDS.stream().map(Command::name).toList());
            System.err.println("There is no command " + name + ". " + hint + "`parley help` lists all.");
            return Command.MISUSED;
        }
        if (wantsHelp) {
            System.out.print(command.get().help());
            return Command.DONE;
        }
        return run(command.get(), rest);
    }

    private static int run(Command command, List<String> arguments) {
        try {
            return command.run(arguments);
        } catch (Misuse misuse) {
            System.err.println(misuse.getMessage());
            System.err.println("`parley " + command.name() + " --help` explains it.");
            return Command.MISUSED;
        } catch (CannotStart refusal) {
            System.err.println("parley: " + refusal.getMessage());
            return Command.FAILED;
        }
    }

    private static String overview() {
        var lines = COMMANDS.stream()
                .map(it -> "  %-10s %s%n".formatted(it.name(), it.summary()))
                .collect(Collectors.joining());
        return """
                Parley, a community of your own: chat, voice and video on one server.

                  parley [COMMAND] [OPTIONS]

                %s
                Without a command it serves. `parley COMMAND --help` explains one.
                """.formatted(lines);
    }

    /// The command line was written wrongly.
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String reason) {
            super(reason);
        }
    }
}
