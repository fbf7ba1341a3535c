package chat.parley.bots;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bots.jda.Music;
import chat.parley.postgres.FreePort;
import chat.parley.testing.BotHome;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.TestCertificate;
import chat.parley.voice.record.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the server while a bot of each library plays.
final class KilledMusicTest {
    /// The libraries wait between their tries, each longer than the last: it is they who decide.
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    @TempDir
    private static Path files;

    @Test
    void bots_of_both_libraries_come_back_and_play_on() throws Exception {
        var tone = MusicTest.composed(files);
        var options = List.of(
                "--registration",
                "open",
                "--media-port",
                "" + FreePort.onLoopback(),
                "--tls-certificate",
                TestCertificate.OURS.chainIn(files.resolve("chain.pem")).toString(),
                "--tls-key",
                TestCertificate.OURS.keyIn(files.resolve("key.pem")).toString());
        try (var server = ServerProcess.start(files.resolve("data"), options.toArray(String[]::new))) {
            var anna = server.caller().register("anna");
            try (var script = Stand.open(server, anna, "discord.js");
                    var java = Stand.open(server, anna, "JDA")) {
                var stands = List.of(script, java);
                for (var stand : stands) {
                    stand.hears(server, anna, tone);
                }
                server.kill();
                server.startAgain();
                long ready = System.nanoTime();
                for (var stand : stands) {
                    stand.returned(anna, ready);
                    stand.hears(server, anna, tone);
                }
            }
        }
    }

    /// A bot in a guild of its own.
    private record Stand(Place place, BotHome.Bot bot, Program program) implements AutoCloseable {
        static Stand open(ServerProcess server, HttpCaller owner, String library) {
            var place = Place.of(owner);
            var bot = BotHome.bot(owner, place.guild(), "Music " + library);
            Map<String, String> environment =
                    MusicTest.environment(files, bot.token(), server.http().getPort());
            var program = library.equals("JDA")
                    ? Program.java(Music.class, environment)
                    : Program.node("discordjs/music.js", environment);
            var stand = new Stand(place, bot, program);
            program.line(it -> it.equals("ready"), library + " to be ready");
            owner.post("/channels/" + place.text() + "/messages", Map.of("content", "!join " + place.channel()))
                    .expected();
            return stand;
        }

        void hears(ServerProcess server, HttpCaller owner, List<String> tone) {
            Program.watched(program, () -> {
                try (var ear = new Ear(server.gateway(), owner, place.guild(), place.channel())) {
                    MusicTest.music(ear, tone);
                }
            });
        }

        void returned(HttpCaller owner, long since) {
            String path = "/guilds/" + place.guild() + "/voice-states/" + bot.id();
            while (owner.get(path).status() != 200) {
                long passed = System.nanoTime() - since;
                assertTrue(passed < PATIENCE_NANOS, () -> String.join("\n", program.lines()));
                Program.sleep();
            }
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
