package chat.parley.edge.discord.voice;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.voice.room.Rooms;
import chat.parley.voice.room.Seat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// What a client is in the middle of: its seat, and what it was told under which number. It survives its socket for a
/// while, with the keys and the SSRCs: the media goes on and does not notice.
final class VoiceSession {
    private final Deque<Told> told = new ArrayDeque<>();
    private final boolean numbers;
    private @Nullable VoiceSocket socket;
    private int seq;
    private int seqWhenLost;
    private int losses;
    private int keptChars;
    private boolean kept;
    private @Nullable VoiceClose end;
    private volatile Rooms.@Nullable Pass pass;
    private volatile @Nullable Seat seat;

    private record Told(int seq, VoiceOpcode opcode, String text) {}

    VoiceSession(VoiceSocket socket) {
        this.socket = socket;
        this.numbers = socket.numbers();
    }

    Rooms.@Nullable Pass pass() {
        return pass;
    }

    @Nullable
    Seat seat() {
        return seat;
    }

    void identified(Rooms.Pass by) {
        pass = by;
    }

    void seated(Seat on) {
        seat = on;
    }

    /// From here on, what is said is kept for a socket that comes later.
    synchronized void keep() {
        kept = true;
    }

    synchronized void say(VoiceOpcode opcode, Object d) {
        seq++;
        var message = new HashMap<String, Object>();
        message.put("op", opcode.number());
        message.put("d", d);
        if (numbers) {
            message.put("seq", seq);
        }
        String text = Json.text(message);
        if (kept) {
            told.addLast(new Told(seq, opcode, text));
            keptChars += text.length();
            while (told.size() > Limits.VOICE_KEPT_MESSAGES || keptChars > Limits.VOICE_KEPT_CHARS) {
                forget();
            }
        }
        if (socket != null) {
            socket.send(text);
        }
    }

    /// The client has got everything up to this number.
    synchronized void acknowledged(int number) {
        while (!told.isEmpty() && told.getFirst().seq <= number) {
            forget();
        }
    }

    private void forget() {
        keptChars -= told.removeFirst().text.length();
    }

    /// Ends it, with the socket if there is one. Who comes to resume is told why.
    synchronized void close(VoiceClose code) {
        end = end == null ? code : end;
        if (socket != null) {
            socket.close(code);
        }
    }

    /// The socket is gone.
    ///
    /// @return the how many-th loss this is; 0 when it is none, because the session has gone on with another socket
    synchronized int lost(VoiceSocket gone) {
        if (!gone.equals(socket)) {
            return 0;
        }
        socket = null;
        seqWhenLost = seq;
        return ++losses;
    }

    /// Whether somebody may come back for it.
    synchronized boolean resumable() {
        return kept && end == null;
    }

    /// Nobody has come back after this loss.
    ///
    /// @return false when somebody has
    synchronized boolean giveUp(int loss) {
        if (socket != null || loss != losses) {
            return false;
        }
        end = end == null ? VoiceClose.SESSION_INVALID : end;
        return true;
    }

    /// Goes on with a new socket, which is told what the client has missed.
    ///
    /// @param seen the last number that it saw; before version 8 nobody counts, and it saw what was said before the
    ///     loss
    /// @return whether an offer was among that
    /// @throws VoiceMisuse when that cannot be
    synchronized boolean resume(VoiceSocket by, @Nullable Integer seen) {
        if (end != null) {
            throw new VoiceMisuse(end);
        }
        int from = Math.max(0, seen != null ? seen : socket == null ? seqWhenLost : seq);
        int oldest = told.isEmpty() ? seq + 1 : told.getFirst().seq;
        if (from > seq || from + 1 < oldest) {
            throw new VoiceMisuse(VoiceClose.SESSION_INVALID);
        }
        if (socket != null) {
            socket.close(VoiceClose.REPLACED);
        }
        socket = by;
        by.say(VoiceOpcode.RESUMED, Json.mapper().nullNode());
        boolean offered = false;
        for (var one : told) {
            if (one.seq > from) {
                by.send(one.text);
                offered |= one.opcode == VoiceOpcode.OFFER;
            }
        }
        return offered;
    }
}
