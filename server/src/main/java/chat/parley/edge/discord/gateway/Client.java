package chat.parley.edge.discord.gateway;

import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.fanout.Loop;
import chat.parley.edge.discord.gateway.fanout.Registry;
import chat.parley.edge.discord.gateway.session.Action;
import chat.parley.edge.discord.gateway.session.Connection;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.edge.discord.gateway.wire.Encoding;
import chat.parley.edge.discord.gateway.wire.Inflate;
import chat.parley.edge.discord.gateway.wire.Opcode;
import chat.parley.edge.discord.gateway.wire.Socket;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's WebSocket: carries frames to the protocol's rules and does what they ask for. Belongs to its
/// event loop; what concerns the session is done on the session's loop, which after a RESUME may be another.
final class Client extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final int DEFLATED = 4;
    /// Who says this does not come back (Discord docs, topics/gateway#disconnecting). A page that is loaded anew says
    /// 1001, and keeps its session so that nobody sees it go offline.
    private static final int NORMAL_END = 1000;

    private final Gateway gateway;
    private final Loop loop;
    private final Handshake handshake;
    private final Connection connection;
    private @Nullable Socket socket;
    private Registry.@Nullable Home home;
    private boolean gone;
    private boolean saidGoodbye;

    Client(Gateway gateway, Loop loop, Handshake handshake) {
        this.gateway = gateway;
        this.loop = loop;
        this.handshake = handshake;
        this.connection = new Connection(handshake.heartbeatMs(), gateway.now());
    }

    Loop loop() {
        return loop;
    }

    /// Where the client is to come back.
    String resumeUrl() {
        return gateway.publicUrl().isEmpty() ? handshake.ownUrl() : gateway.publicUrl();
    }

    /// Name and port under which the client found this server.
    String host() {
        return gateway.publicUrl().isEmpty()
                ? handshake.host()
                : URI.create(gateway.publicUrl()).getAuthority();
    }

    Encoding encoding() {
        return handshake.encoding();
    }

    /// The WebSocket is open.
    void begin(ChannelHandlerContext context) {
        var opened = new Socket(context, handshake.encoding());
        socket = opened;
        if (handshake.refusal() != null) {
            close(handshake.refusal());
            return;
        }
        opened.say(Opcode.HELLO, Map.of("heartbeat_interval", handshake.heartbeatMs()));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (socket != null && !gone && message instanceof WebSocketFrame frame) {
                read(socket, frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(Socket open, WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> received(text);
            case BinaryWebSocketFrame binary -> received(binary);
            case PingWebSocketFrame ping -> {
                perform(connection.pinged(gateway.now()));
                open.pong(ping.content());
            }
            case CloseWebSocketFrame close -> {
                connection.closed();
                saidGoodbye = close.statusCode() == NORMAL_END;
                open.close(close.statusCode() < 1000 ? 1000 : close.statusCode(), "");
            }
            default -> {}
        }
    }

    private void received(WebSocketFrame frame) {
        byte[] bytes = ByteBufUtil.getBytes(frame.content());
        if ((frame.rsv() & DEFLATED) != 0) {
            bytes = Inflate.message(bytes, Limits.GATEWAY_FRAME_MAX_BYTES);
        }
        perform(bytes == null ? new Action.Close(CloseCode.DECODE_ERROR) : connection.received(bytes, gateway.now()));
    }

    void tick(long now) {
        perform(connection.tick(now));
    }

    private void perform(Action action) {
        switch (action) {
            case Action.Rest _ -> {}
            case Action.Beat(var seq) -> beat(seq);
            case Action.SignIn(var token, var identify) -> gateway.arrivals().signIn(this, token, identify);
            case Action.TakeUp takeUp -> gateway.arrivals().takeUp(this, takeUp);
            case Action.ShowPresence(var wish) -> {
                if (home != null) {
                    gateway.registry().shows(home.session(), wish);
                }
            }
            case Action.FindMembers(var wish) -> {
                if (home != null) {
                    gateway.arrivals().findMembers(home, wish);
                }
            }
            case Action.Speak(var wish) -> {
                if (home != null) {
                    gateway.switchboard().speak(home, wish);
                }
            }
            case Action.ListSounds(var guilds) -> {
                if (home != null) {
                    gateway.arrivals().listSounds(home, guilds);
                }
            }
            case Action.AskCall(var channel) -> {
                if (home != null) {
                    gateway.askCall(home, channel);
                }
            }
            case Action.Close(var code) -> close(code);
        }
    }

    private void beat(long seq) {
        var open = socket;
        var known = home;
        if (open == null) {
            return;
        }
        open.acknowledgeHeartbeat();
        if (known != null && seq > 0) {
            known.loop().execute(() -> known.session().received(seq));
        }
    }

    /// A new session is this client's; called on its loop, which is the session's own.
    void arrived(Registry.Home own) {
        var open = socket;
        if (gone || open == null) {
            loop.seating().end(own.session(), CloseCode.UNKNOWN_ERROR);
            return;
        }
        home = own;
        connection.known();
        loop.seating().attach(own.session(), open);
    }

    /// Takes an earlier session up; called on any thread.
    void resume(Registry.Home earlier, long seq) {
        var open = socket;
        if (open != null) {
            earlier.loop().execute(() -> {
                var outcome = earlier.loop().seating().resume(earlier.session(), open, seq);
                loop.execute(() -> resumed(earlier, open, outcome));
            });
        }
    }

    private void resumed(Registry.Home earlier, Socket open, Session.TakeUp outcome) {
        switch (outcome) {
            case RESUMED -> {
                home = earlier;
                connection.known();
                if (gone) {
                    leave(earlier, open);
                }
            }
            case NEVER_SENT -> close(CloseCode.INVALID_SEQUENCE);
            case TOO_LATE -> invalidSession(false);
        }
    }

    /// The session asked for is not there.
    ///
    /// @param later whether it makes sense to ask for it again
    void invalidSession(boolean later) {
        if (socket != null && !gone) {
            connection.unknown(gateway.now());
            socket.say(Opcode.INVALID_SESSION, later);
        }
    }

    void close(CloseCode code) {
        connection.closed();
        if (socket != null) {
            socket.close(code);
        }
    }

    /// The server is about to stop.
    void reconnect() {
        if (socket != null && !gone) {
            socket.reconnect();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        var known = home;
        if (known != null && context.channel().isWritable()) {
            known.loop().execute(() -> known.loop().seating().writable(known.session()));
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone = true;
        connection.closed();
        if (home != null && socket != null) {
            leave(home, socket);
        }
        context.fireChannelInactive();
    }

    private void leave(Registry.Home left, Socket closed) {
        left.loop().execute(() -> {
            if (left.session().begun() && !saidGoodbye) {
                left.loop().seating().detach(left.session(), closed, gateway.now());
            } else if (closed.equals(left.session().socket()) || !left.session().begun()) {
                left.loop().seating().end(left.session(), CloseCode.UNKNOWN_ERROR);
            }
        });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
        switch (fault) {
            case CorruptedWebSocketFrameException broken -> {
                connection.closed();
                if (socket != null) {
                    socket.close(broken.closeStatus().code(), "");
                }
            }
            case TooLongFrameException _ -> close(CloseCode.TOO_BIG);
            case IOException _ -> context.close();
            default -> {
                LOG.error("A gateway connection failed", fault);
                close(CloseCode.UNKNOWN_ERROR);
            }
        }
    }
}
