package chat.parley.bots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bots.jda.Music;
import chat.parley.bots.jda.OggOpus;
import chat.parley.config.Key;
import chat.parley.config.Keys;
import chat.parley.testing.BotHome;
import chat.parley.testing.CuttableProxy;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Music bots of unmodified libraries play a known file to people, packet for packet, by TLS and sealed UDP:
/// while their line is cut, when they are moved, and not any more when they are put out. They hear people, too.
final class MusicTest {
    private static final int RUN = 40;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    private static Path files;

    private static List<String> tone = List.of();

    @BeforeAll
    static void compose() {
        tone = composed(files);
    }

    /// Makes the file `tone.ogg` and what a bot needs to trust the server.
    ///
    /// @return the packets
    static List<String> composed(Path folder) {
        Program.ran("discordjs/tone.mjs", folder.resolve("tone.ogg").toString(), "440", "6");
        TestCertificate.OURS.trustStoreIn(folder.resolve("trusted.p12"));
        return OggOpus.packets(folder.resolve("tone.ogg")).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    static Map<String, String> environment(Path folder, String token, int port) {
        return Map.of(
                "BOT_TOKEN",
                token,
                "PARLEY_URL",
                "https://localhost:" + port,
                "MUSIC",
                folder.resolve("tone.ogg").toString(),
                "NODE_EXTRA_CA_CERTS",
                folder.resolve("chain.pem").toString(),
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD + " -Djavax.net.ssl.trustStore="
                        + folder.resolve("trusted.p12"));
    }

    @Test
    void discordjs_plays_and_listens() {
        concert(environment -> Program.node("discordjs/music.js", environment), "resumed", "resumed", "identified");
    }

    @Test
    void discordjs_plays_and_listens_by_the_other_cipher() {
        concert(
                environment -> {
                    environment.put("WITHOUT_GCM", "1");
                    return Program.node("discordjs/music.js", environment);
                },
                "resumed",
                "mode aead_xchacha20_poly1305_rtpsize",
                "identified");
    }

    @Test
    void jda_plays_and_listens() {
        concert(
                environment -> Program.java(Music.class, environment),
                "voice ERROR_LOST_CONNECTION",
                "voice ERROR_LOST_CONNECTION",
                "voice CONNECTING_ATTEMPTING_UDP_DISCOVERY");
    }

    private interface Starting {
        Program with(Map<String, String> environment);
    }

    /// @param resumed what it says when its voice socket was lost and taken up again
    /// @param saidOnce what the bot says in the course of it
    /// @param identified what it says whenever it begins a voice session
    private static void concert(Starting starting, String resumed, String saidOnce, String identified) {
        try (var home = new BotHome(settings());
                var proxy = new CuttableProxy(home.server.http().getPort())) {
            var bot = home.bot("Music");
            var environment = new HashMap<>(environment(files, bot.token(), proxy.port()));
            try (var program = starting.with(environment)) {
                Program.watched(program, () -> new Evening(home, bot, program, proxy, resumed).pass(identified));
                assertTrue(program.lines().contains(saidOnce), () -> String.join("\n", program.lines()));
                assertEquals(List.of(), faults(program));
            }
        }
    }

    private static Map<Key<?>, String> settings() {
        return Map.of(
                Keys.TLS_CERTIFICATE,
                TestCertificate.OURS.chainIn(files.resolve("chain.pem")).toString(),
                Keys.TLS_KEY,
                TestCertificate.OURS.keyIn(files.resolve("key.pem")).toString());
    }

    /// JDA says of every bot, wherever it goes, when it has no libraries for end-to-end encryption and for encoding.
    private static List<String> faults(Program program) {
        var own = List.of("passthrough dave session", "Maximum Dave Protocol Version is 0", "Missing opus dependency");
        return program.lines().stream()
                .filter(it -> it.contains("WARN") || it.contains("ERROR "))
                .filter(it -> own.stream().noneMatch(it::contains))
                .toList();
    }

    private record Evening(BotHome home, BotHome.Bot bot, Program program, CuttableProxy proxy, String resumed) {
        void pass(String identified) {
            program.line(it -> it.equals("ready"), "the bot to be ready");
            String hall = voice("Hall");
            String garden = voice("Garden");
            try (var anna = new Ear(home.server, home.anna, home.guild, hall);
                    var ben = new Ear(home.server, home.ben, home.guild, garden)) {
                say("!join " + hall);
                music(anna);
                proxy.cutNewest();
                program.line(it -> it.equals(resumed), "the voice socket to be taken up again");
                music(anna);
                assertEquals(0, count("gateway resumed"), "only the voice socket was cut");
                proxy.cut();
                music(anna);
                program.line(it -> it.equals("gateway resumed"), "the gateway to be resumed");
                assertEquals(1, count(identified), "the voice session went on");
                seat(garden);
                music(ben);
                silence(anna);
                listen(ben);
                seat(null);
                silence(ben);
                assertEquals(
                        404,
                        home.anna
                                .get("/guilds/" + home.guild + "/voice-states/" + bot.id())
                                .status());
                say("!join " + hall);
                music(anna);
                say("!leave");
                silence(anna);
            }
        }

        private long count(String line) {
            return program.lines().stream().filter(it -> it.equals(line)).count();
        }

        private String voice(String name) {
            return home.anna
                    .post("/guilds/" + home.guild + "/channels", Map.of("name", name, "type", 2))
                    .expected()
                    .path("id")
                    .asString();
        }

        private void say(String words) {
            home.anna
                    .post("/channels/" + home.general + "/messages", Map.of("content", words))
                    .expected();
        }

        private void seat(@Nullable String channel) {
            var order = new HashMap<String, @Nullable Object>();
            order.put("channel_id", channel);
            home.anna
                    .patch("/guilds/" + home.guild + "/members/" + bot.id(), order)
                    .expected();
        }

        /// A person speaks, and the bot hears just that.
        private void listen(Ear who) {
            say("!listen " + id(home.ben));
            program.line(it -> it.equals("listening"), "the bot to listen");
            var words = new ArrayList<byte[]>();
            for (int i = 0; i < 2 * RUN; i++) {
                words.add(HexFormat.of().parseHex(tone.get(tone.size() - 1 - i)));
            }
            who.say(words);
            var said = words.stream().map(HexFormat.of()::formatHex).toList();
            await(() -> run(said, heard()) >= RUN, () -> "The bot did not hear it");
        }

        private List<String> heard() {
            return program.lines().stream()
                    .filter(it -> it.startsWith("heard "))
                    .map(it -> it.substring("heard ".length()))
                    .toList();
        }

        private static String id(HttpCaller who) {
            return who.get("/users/@me").expected().path("id").asString();
        }
    }

    /// From now on they hear the file.
    private static void music(Ear ear) {
        music(ear, tone);
    }

    static void music(Ear ear, List<String> tone) {
        int from = ear.heard.size();
        await(
                () -> run(tone, ear.heardSince(from)) >= RUN,
                () -> "Only " + run(tone, ear.heardSince(from)) + " in a row of " + (ear.heard.size() - from));
    }

    /// Soon they hear nothing any more.
    private static void silence(Ear ear) {
        var before = new int[] {-1};
        await(
                () -> {
                    int now = ear.heard.size();
                    boolean still = now == before[0];
                    before[0] = now;
                    pause(500);
                    return still && ear.heard.size() == now;
                },
                () -> "It does not end");
    }

    /// How many packets of the one list follow each other in the other just as they do there, round and round.
    private static int run(List<String> expected, List<String> heard) {
        int longest = 0;
        int run = 0;
        int at = -1;
        for (String packet : heard) {
            boolean next = at >= 0 && expected.get((at + 1) % expected.size()).equals(packet);
            at = next ? (at + 1) % expected.size() : expected.indexOf(packet);
            run = next ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private interface Reason {
        String text();
    }

    private static void await(BooleanSupplier done, Reason reason) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError(reason.text());
            }
            Program.sleep();
        }
    }

    private static void pause(int ms) {
        for (int i = 0; i < ms; i += 20) {
            Program.sleep();
        }
    }
}
