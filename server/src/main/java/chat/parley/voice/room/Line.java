package chat.parley.voice.room;

import chat.parley.media.net.BotPeer;
import chat.parley.media.net.BrowserPeer;
import chat.parley.media.net.Peer;
import chat.parley.media.net.Published;
import chat.parley.media.net.Source;

/// How a seat gets what others send: browsers in sections of their session description, bots under numbers.
sealed interface Line {
    Peer peer();

    boolean takes(Source source);

    /// @return by what [#drop] knows it
    String get(Peer publisher, Published track);

    void drop(String name);

    record Browser(BrowserPeer peer) implements Line {
        @Override
        public boolean takes(Source source) {
            return true;
        }

        @Override
        public String get(Peer publisher, Published track) {
            return peer.subscribe(publisher, track.mid());
        }

        @Override
        public void drop(String name) {
            peer.unsubscribe(name);
        }
    }

    record Bot(BotPeer peer) implements Line {
        @Override
        public boolean takes(Source source) {
            return source == Source.MICROPHONE;
        }

        @Override
        public String get(Peer publisher, Published track) {
            return Integer.toUnsignedString(peer.subscribe(publisher, track.mid()));
        }

        @Override
        public void drop(String name) {
            peer.unsubscribe(Integer.parseUnsignedInt(name));
        }
    }
}
