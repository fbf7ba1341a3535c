package chat.parley;

import chat.parley.account.Account;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.auth.password.Password;
import chat.parley.base.json.Json;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.config.Config;
import chat.parley.config.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `parley user`: what an operator does to accounts from the shell.
final class UserCommand implements Command {
    private static final int PASSWORD_BYTES = 18;

    @Override
    public String name() {
        return "user";
    }

    @Override
    public String summary() {
        return "create an account, reset a password, make an operator";
    }

    @Override
    public String help() {
        return """
                parley user create NAME [--password-stdin] [--json] [OPTIONS]
                parley user reset NAME [--password-stdin] [--json] [OPTIONS]
                parley user promote NAME [--json] [OPTIONS]

                create   makes an account, whatever the registration mode
                reset    sets a new password and signs the account out everywhere
                promote  makes the account an operator of this node; a running node knows it within seconds

                  --password-stdin  read the password from standard input; otherwise one is made up and printed
                  --json            print the result as JSON
                  OPTIONS           as for `parley serve`

                Works beside a running node and without one. Exit codes: 0 done, 1 refused, 2 written wrongly.
                """;
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() < 2 || arguments.get(1).startsWith("-")) {
            throw new Main.Misuse("`parley user` needs a verb and a name: parley user create ada");
        }
        String verb = arguments.getFirst();
        String username = arguments.get(1);
        var options = new ArrayList<>(arguments.subList(2, arguments.size()));
        boolean json = options.remove("--json");
        boolean typed = options.remove("--password-stdin");
        Logging.beQuiet();
        try (var office = AccountOffice.open(Config.read(options, System.getenv()))) {
            var result = new LinkedHashMap<String, String>();
            result.put("username", username);
            switch (verb) {
                case "create" -> create(office, username, password(typed, result), result);
                case "reset" -> office.accounts().credentials.reset(account(office, username), password(typed, result));
                case "promote" ->
                    office.accounts()
                            .users
                            .makeOperator(account(office, username).id(), true);
                default -> throw new Main.Misuse("There is no `parley user " + verb + "`.");
            }
            print(verb, json, result);
            return DONE;
        } catch (Refused refused) {
            System.err.println("parley: " + reason(refused.refusal()));
            return FAILED;
        }
    }

    private static void create(AccountOffice office, String username, Password password, Map<String, String> result) {
        var wanted = new NewAccount(username, null, null, User.Kind.PERSON);
        result.put("id", office.registration().create(wanted, password).id().text());
    }

    private static Account account(AccountOffice office, String username) {
        return office.accounts().users.byLogin(username).orElseThrow(() -> Refusal.unknown(Refusal.Thing.USER));
    }

    private static Password password(boolean typed, Map<String, String> result) {
        if (typed) {
            return new Password(firstLine());
        }
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        result.put("password", made);
        return new Password(made);
    }

    private static String firstLine() {
        try {
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = input.readLine();
            return line == null ? "" : line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void print(String verb, boolean json, Map<String, String> result) {
        if (json) {
            System.out.println(Json.text(result));
            return;
        }
        System.out.println("Done: " + verb + " " + result.get("username"));
        if (result.containsKey("password")) {
            System.out.println("Password: " + result.get("password"));
        }
    }

    private static String reason(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown(var thing) -> "There is no such account (" + thing + ").";
            case Refusal.Invalid(var problems) ->
                problems.stream().map(it -> it.field() + ": " + it.message()).collect(Collectors.joining(" "));
            default -> refusal.toString();
        };
    }
}
