package chat.parley.bots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.testing.BotHome;
import chat.parley.testing.CuttableProxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The line to a bot is cut again and again while many write; the library resumes, and its bot hears every message once
/// and in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StormTest {
    private static final int CUTS = 4;
    private static final int BETWEEN_CUTS = 25;

    private final BotHome home = new BotHome(Map.of());

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void jda_loses_and_doubles_nothing() throws InterruptedException {
        var bot = home.bot("Listener JDA");
        var heard = new CopyOnWriteArrayList<String>();
        var resumed = new CopyOnWriteArrayList<SessionResumeEvent>();
        try (var proxy = new CuttableProxy(home.server.http().getPort())) {
            var jda = JDABuilder.createLight(
                            bot.token(), EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT))
                    .setRestConfig(new RestConfig().setBaseUrl(home.server.http() + "/api/v10/"))
                    .setSessionController(new Through(proxy))
                    .addEventListeners((EventListener) event -> {
                        switch (event) {
                            case MessageReceivedEvent it ->
                                heard.add(it.getMessage().getContentRaw());
                            case SessionResumeEvent it -> resumed.add(it);
                            default -> {}
                        }
                    })
                    .build()
                    .awaitReady();
            try {
                assertEquals(storm(proxy, () -> heard, resumed::size), heard);
            } finally {
                jda.shutdownNow();
                jda.awaitShutdown();
            }
        }
    }

    @Test
    void discordjs_loses_and_doubles_nothing() {
        var bot = home.bot("Listener discord.js");
        try (var proxy = new CuttableProxy(home.server.http().getPort());
                var listener = Program.node(
                        "discordjs/listener.js",
                        Map.of("BOT_TOKEN", bot.token(), "PARLEY_URL", "http://127.0.0.1:" + proxy.port()))) {
            listener.line(it -> it.equals("ready"), "discord.js to be ready");
            Supplier<List<String>> heard = () -> said(listener, "message ");
            assertEquals(storm(proxy, heard, () -> said(listener, "resumed ").size()), heard.get());
            assertEquals(List.of(), said(listener, "warning "));
            assertEquals(List.of(), said(listener, "error "));
        }
    }

    /// discord.py asks for `zstd-stream`, and reads it with zstandard.
    @Test
    void discordpy_loses_and_doubles_nothing_over_zstd() {
        var bot = home.bot("Listener discord.py");
        try (var proxy = new CuttableProxy(home.server.http().getPort());
                var listener = Program.python(
                        "discordpy/listener.py",
                        Map.of("BOT_TOKEN", bot.token(), "PARLEY_URL", "http://127.0.0.1:" + proxy.port()))) {
            listener.line(it -> it.equals("ready zstd-stream"), "discord.py to be ready");
            Supplier<List<String>> heard = () -> said(listener, "message ");
            assertEquals(storm(proxy, heard, () -> said(listener, "resumed ").size()), heard.get());
            assertEquals(List.of(), said(listener, "error "));
        }
    }

    private static List<String> said(Program program, String begin) {
        return program.lines().stream()
                .filter(it -> it.startsWith(begin))
                .map(it -> it.substring(begin.length()))
                .toList();
    }

    /// Writes until the line has been cut so many times and all has been heard. Each cut waits for the resume
    /// of the one before: discord.js dies of its own when it loses the line again in the middle of a replay.
    ///
    /// @return what was written
    private List<String> storm(CuttableProxy proxy, Supplier<List<String>> heard, IntSupplier resumes) {
        var written = new CopyOnWriteArrayList<String>();
        var enough = new AtomicBoolean();
        var writing = Thread.ofVirtual().start(() -> {
            for (int i = 0; !enough.get(); i++) {
                String text = "message " + i;
                home.anna
                        .post("/channels/" + home.general + "/messages", Map.of("content", text))
                        .expected();
                written.add(text);
            }
        });
        for (int cut = 1; cut <= CUTS; cut++) {
            int before = heard.get().size();
            await(() -> heard.get().size() >= before + BETWEEN_CUTS, heard);
            proxy.cut();
            int expected = cut;
            await(() -> resumes.getAsInt() >= expected, heard);
        }
        enough.set(true);
        try {
            writing.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        await(() -> heard.get().size() >= written.size(), heard);
        return new ArrayList<>(written);
    }

    private static void await(BooleanSupplier reached, Supplier<List<String>> heard) {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "Nothing more is heard after " + heard.get().size() + " messages");
            }
            Program.sleep();
        }
    }

    /// JDA asks no server where the gateway is unless it is sharded.
    private static final class Through extends ConcurrentSessionController {
        private final CuttableProxy proxy;

        Through(CuttableProxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public String getGateway() {
            return "ws://127.0.0.1:" + proxy.port() + "/gateway";
        }
    }
}
