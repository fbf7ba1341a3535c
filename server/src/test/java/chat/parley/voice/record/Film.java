package chat.parley.voice.record;

import chat.parley.media.rtp.RtpPacket;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Real voices and pictures in RTP, made by ffmpeg, and ffmpeg's judgement of files. Tests that need it are left out
/// where it is not installed.
public final class Film {
    private static final int BYTES = 2_048;
    private static final int RECEIVE_BYTES = 4 << 20;
    private static final int SILENT_MS = 100;

    private Film() {}

    /// @param timestamp 32 bits
    /// @param last of its picture
    @SuppressWarnings("ArrayRecordComponent")
    public record Shot(long timestamp, boolean last, byte[] payload) {}

    public static List<Shot> video(String codec, String size, int seconds, String... more) throws IOException {
        var words =
                new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc=size=" + size + ":rate=15:duration=" + seconds));
        words.addAll(List.of("-pix_fmt", "yuv420p", "-g", "15", "-c:v", codec));
        words.addAll(
                codec.startsWith("libvpx")
                        ? List.of("-deadline", "realtime", "-cpu-used", "8", "-lag-in-frames", "0")
                        : List.of("-profile:v", "baseline", "-preset", "ultrafast", "-tune", "zerolatency"));
        words.addAll(codec.startsWith("libvpx") ? List.of() : List.of("-bsf:v", "dump_extra"));
        words.addAll(List.of(more));
        return shots(words);
    }

    public static List<Shot> voice(int seconds) throws IOException {
        return shots(List.of(
                "-f", "lavfi", "-i", "sine=frequency=440:duration=" + seconds, "-ar", "48000", "-c:a", "libopus"));
    }

    private static List<Shot> shots(List<String> words) throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setReceiveBufferSize(RECEIVE_BYTES);
            socket.setSoTimeout(SILENT_MS);
            var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-threads", "1"));
            command.addAll(words);
            command.addAll(List.of("-strict", "experimental", "-f", "rtp"));
            command.add("rtp://127.0.0.1:" + socket.getLocalPort() + "?pkt_size=1100");
            var process = started(command);
            var shots = new ArrayList<Shot>();
            var datagram = new DatagramPacket(new byte[BYTES], BYTES);
            var packet = new RtpPacket();
            while (true) {
                try {
                    datagram.setLength(BYTES);
                    socket.receive(datagram);
                } catch (SocketTimeoutException silent) {
                    // It ends after its last packet, which then waits in the socket.
                    if (!process.isAlive()) {
                        return shots;
                    }
                    continue;
                }
                if (packet.read(datagram.getData(), 0, datagram.getLength())) {
                    int at = packet.payloadAt();
                    shots.add(new Shot(
                            packet.timestamp(),
                            packet.marker(),
                            Arrays.copyOfRange(datagram.getData(), at, at + packet.payloadLength())));
                }
            }
        }
    }

    private static Process started(List<String> command) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffprobe")), "ffmpeg is not installed");
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// What ffprobe says of it, decoding all of it: `codec_name=vp9`, `width=320`, `nb_read_frames=30`…
    ///
    /// @throws AssertionError when anything is wrong with the file
    public static List<String> probed(byte[] file) throws IOException {
        var path = Files.createTempFile("parley", ".recording");
        try {
            Files.write(path, file);
            var faults = said(List.of("ffmpeg", "-v", "warning", "-i", path.toString(), "-f", "null", "-"));
            if (!faults.isEmpty()) {
                throw new AssertionError("ffmpeg says of " + file.length + " bytes: " + faults);
            }
            return said(List.of(
                    "ffprobe",
                    "-v",
                    "warning",
                    "-count_frames",
                    "-show_entries",
                    "format=format_name:stream=codec_name,width,height,nb_read_frames:packet=pts_time,flags",
                    "-of",
                    "default=noprint_wrappers=1",
                    path.toString()));
        } finally {
            Files.delete(path);
        }
    }

    private static List<String> said(List<String> command) throws IOException {
        var process = started(command);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /// The number behind the name, of the last line that has it.
    public static double number(List<String> probed, String name) {
        return probed.stream()
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .filter(it -> it.matches("[0-9.]+"))
                .mapToDouble(Double::parseDouble)
                .reduce(-1, (_, later) -> later);
    }
}
