package chat.parley.bots.jda;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.audio.AudioReceiveHandler;
import net.dv8tion.jda.api.audio.AudioSendHandler;
import net.dv8tion.jda.api.audio.OpusPacket;
import net.dv8tion.jda.api.audio.hooks.ConnectionListener;
import net.dv8tion.jda.api.audio.hooks.ConnectionStatus;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

/// A music bot, written for Discord with JDA: it plays one file over and over and can listen. "!join ID",
/// "!listen ID" and "!leave" are its commands.
public final class Music {
    private Music() {}

    public static void main(String[] arguments) throws InterruptedException {
        String url = System.getenv("PARLEY_URL");
        var jda = JDABuilder.createLight(
                        System.getenv("BOT_TOKEN"),
                        EnumSet.of(
                                GatewayIntent.GUILD_MESSAGES,
                                GatewayIntent.GUILD_VOICE_STATES,
                                GatewayIntent.MESSAGE_CONTENT))
                .enableCache(CacheFlag.VOICE_STATE)
                .setRestConfig(new RestConfig().setBaseUrl(url + "/api/v10/"))
                .setSessionController(new At(url))
                .addEventListeners((EventListener) event -> {
                    switch (event) {
                        case MessageReceivedEvent it ->
                            obey(it.getGuild(), it.getMessage().getContentRaw().split(" ", -1));
                        case SessionResumeEvent _ -> System.out.println("gateway resumed");
                        default -> {}
                    }
                })
                .build()
                .awaitReady();
        Runtime.getRuntime().addShutdownHook(new Thread(jda::shutdownNow));
        System.out.println("ready");
    }

    private static void obey(Guild guild, String[] words) {
        var manager = guild.getAudioManager();
        switch (words[0]) {
            case "!join" -> {
                manager.setConnectionListener(new Told());
                manager.setSendingHandler(new Player(OggOpus.packets(Path.of(System.getenv("MUSIC")))));
                manager.openAudioConnection(Objects.requireNonNull(guild.getVoiceChannelById(words[1])));
            }
            case "!listen" -> {
                manager.setReceivingHandler(new Ears(words[1]));
                System.out.println("listening");
            }
            case "!leave" -> manager.closeAudioConnection();
            default -> {}
        }
    }

    private static final class Told implements ConnectionListener {
        @Override
        public void onStatusChange(ConnectionStatus status) {
            System.out.println("voice " + status);
        }
    }

    private static final class Player implements AudioSendHandler {
        private final List<byte[]> packets;
        private int next;

        Player(List<byte[]> packets) {
            this.packets = packets;
        }

        @Override
        public boolean canProvide() {
            return true;
        }

        @Override
        public ByteBuffer provide20MsAudio() {
            return ByteBuffer.wrap(packets.get(next++ % packets.size()));
        }

        @Override
        public boolean isOpus() {
            return true;
        }
    }

    private record Ears(String user) implements AudioReceiveHandler {
        @Override
        public boolean canReceiveEncoded() {
            return true;
        }

        @Override
        public void handleEncodedAudio(OpusPacket packet) {
            if (Long.toUnsignedString(packet.getUserId()).equals(user)) {
                System.out.println("heard " + HexFormat.of().formatHex(packet.getOpusAudio()));
            }
        }
    }

    /// JDA asks no server where the gateway is unless it is sharded.
    private static final class At extends ConcurrentSessionController {
        private final String url;

        At(String url) {
            this.url = url;
        }

        @Override
        public String getGateway() {
            return url.replaceFirst("^http", "ws") + "/gateway";
        }
    }
}
