package chat.parley.edge.discord.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.session.Session.TakeUp;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.gateway.wire.Encoding;
import chat.parley.edge.discord.gateway.wire.Socket;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A session hands every event over exactly once, in order, over any number of connections.
final class SessionTest {
    private static final Identify IDENTIFY = Identify.of(Json.tree("{}".getBytes(StandardCharsets.UTF_8)));

    private final Session session =
            new Session("id", new Caller(new UserId(1), new EntityId(2), false, false), IDENTIFY, 0);

    @Test
    void ready_comes_before_what_happened_while_it_was_made() {
        session.attach(socket());
        session.add(5, event("A"));
        session.begin(List.of(event("READY"), event("GUILD_CREATE")));
        session.add(5, event("B"));
        assertEquals(List.of("READY 1", "GUILD_CREATE 2", "A 3", "B 4"), sent());
    }

    @Test
    void a_newer_cut_of_a_guild_replaces_what_was_held_of_it() {
        session.add(5, event("A"));
        session.add(6, event("B"));
        session.forgetHeld(5);
        session.attach(socket());
        session.begin(List.of(event("READY")));
        assertEquals(List.of("READY 1", "B 2"), sent());
    }

    @Test
    void a_resume_replays_what_the_client_lacks_and_then_says_so() {
        begin();
        add(3);
        sent();
        session.detach(0);
        add(2);
        assertEquals(TakeUp.RESUMED, session.resume(socket(), 2));
        session.add(0, event("LIVE"));
        assertEquals(List.of("E 3", "E 4", "E 5", "E 6", "RESUMED 6", "LIVE 7"), sent());
    }

    @Test
    void a_second_resume_does_not_repeat_the_first_ones_end() {
        begin();
        add(1);
        session.detach(0);
        session.resume(socket(), 0);
        assertEquals(List.of("READY 1", "E 2", "RESUMED 2"), sent());
        session.detach(0);
        session.resume(socket(), 1);
        assertEquals(List.of("E 2", "RESUMED 2"), sent());
    }

    @Test
    void ready_is_not_kept_because_who_lacks_it_cannot_name_the_session() {
        begin();
        add(1);
        sent();
        session.detach(0);
        assertEquals(TakeUp.TOO_LATE, session.resume(socket(), 0));
        assertEquals(TakeUp.RESUMED, session.resume(socket(), 1));
    }

    @Test
    void numbers_that_were_never_given_are_refused() {
        begin();
        assertEquals(TakeUp.NEVER_SENT, session.resume(socket(), 2));
        assertEquals(TakeUp.NEVER_SENT, session.resume(socket(), -1));
    }

    @Test
    void what_a_heartbeat_confirmed_is_not_kept() {
        begin();
        add(5);
        sent();
        session.received(4);
        session.detach(0);
        assertEquals(TakeUp.TOO_LATE, session.resume(socket(), 3));
        assertEquals(TakeUp.RESUMED, session.resume(socket(), 4));
        assertEquals(List.of("E 5", "E 6", "RESUMED 6"), sent());
    }

    @Test
    void the_ring_is_bounded_without_a_connection() {
        begin();
        sent();
        session.detach(0);
        add(Limits.RESUME_MAX_EVENTS + 100);
        assertEquals(TakeUp.TOO_LATE, session.resume(socket(), 1));
        assertEquals(TakeUp.RESUMED, session.resume(socket(), 101));
    }

    @Test
    void a_client_that_does_not_read_lags_before_anything_is_lost() {
        begin();
        sent();
        add(Limits.GATEWAY_QUEUE_MAX_FRAMES);
        assertFalse(session.lagging());
        add(1);
        assertTrue(session.lagging());
        session.detach(0);
        assertEquals(TakeUp.RESUMED, session.resume(socket(), 1));
        assertFalse(session.lagging(), "a replay is not lagging");
        assertEquals(Limits.GATEWAY_QUEUE_MAX_FRAMES + 2, sent().size());
    }

    @Test
    void what_a_client_asked_for_is_no_lagging() {
        begin();
        for (int i = 0; i < Limits.GATEWAY_QUEUE_MAX_FRAMES * 2; i++) {
            session.add(0, Dispatch.solicited("GUILD_MEMBERS_CHUNK", Map.of()));
        }
        assertFalse(session.lagging());
    }

    @Test
    void it_expires_when_nobody_comes_back() {
        begin();
        assertFalse(session.expired(Long.MAX_VALUE));
        session.detach(1_000);
        assertFalse(session.expired(1_000 + Limits.RESUME_WINDOW_MS));
        assertTrue(session.expired(1_001 + Limits.RESUME_WINDOW_MS));
    }

    /// A client that loses its connection at random moments, with what was under way, and sometimes confirms.
    @Test
    void whatever_is_cut_nothing_is_lost_or_doubled() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var it = new Session("id", session.caller(), IDENTIFY, 0);
            it.attach(socket());
            it.begin(List.of(event("READY")));
            var got = new ArrayList<Long>();
            long expected = 0;
            for (int step = 0; step < 400; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> it.add(0, event("E"));
                    case 2, 3 -> {
                        var sent = it.poll();
                        if (sent != null) {
                            // Who has not received READY cannot ask for a session.
                            boolean arrives = got.isEmpty() || random.nextInt(4) > 0;
                            if (!sent.type().equals("RESUMED") && arrives && it.sentSeq() == got.size() + 1) {
                                got.add(it.sentSeq());
                            }
                        }
                    }
                    case 4 -> it.received(Math.min(got.size(), expected));
                    default -> {
                        it.detach(0);
                        expected = got.size();
                        assertEquals(TakeUp.RESUMED, it.resume(socket(), got.size()));
                    }
                }
            }
            it.detach(0);
            assertEquals(TakeUp.RESUMED, it.resume(socket(), got.size()));
            for (var sent = it.poll(); sent != null; sent = it.poll()) {
                if (!sent.type().equals("RESUMED")) {
                    got.add(it.sentSeq());
                }
            }
            for (int i = 0; i < got.size(); i++) {
                assertEquals(i + 1L, got.get(i));
            }
            assertEquals(it.lastSeq(), got.size());
        }
    }

    private void begin() {
        session.attach(socket());
        session.begin(List.of(event("READY")));
    }

    private void add(int events) {
        for (int i = 0; i < events; i++) {
            session.add(0, event("E"));
        }
    }

    private List<String> sent() {
        var all = new ArrayList<String>();
        for (var it = session.poll(); it != null; it = session.poll()) {
            all.add(it.type() + " " + session.sentSeq());
        }
        return all;
    }

    private static Dispatch event(String type) {
        return Dispatch.of(type, Map.of());
    }

    private static Socket socket() {
        var handler = new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {}
        };
        return new Socket(new EmbeddedChannel(handler).pipeline().context(handler), Encoding.PLAIN);
    }
}
