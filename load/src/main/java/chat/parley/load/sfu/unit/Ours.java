package chat.parley.load.sfu.unit;

import chat.parley.media.net.client.Invitation;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/// Parley's forwarding unit without the rest of Parley.
public final class Ours implements Unit {
    private static final String VOICE = "0";

    private final MediaNode node;
    private String publisher = "";
    private String screen = "";

    public Ours() throws IOException {
        node = new MediaNode();
    }

    @Override
    public String name() {
        return "Parley";
    }

    @Override
    public Publisher publish() throws IOException {
        var person = join();
        publisher = person.id();
        var shown = node.ask("screen " + publisher);
        screen = shown[0];
        node.answer(publisher, accepted(MediaNode.decoded(shown[1])));
        return new Publisher(person, VOICE, screen);
    }

    @Override
    public Person attend() throws IOException {
        var person = join();
        for (var mid : List.of(VOICE, screen)) {
            node.ask("subscribe " + person.id() + " " + publisher + " " + mid);
        }
        return person;
    }

    private Person join() throws IOException {
        var joined = node.ask("join");
        var offer = MediaNode.decoded(joined[1]);
        node.answer(joined[0], accepted(offer));
        return Person.connected(joined[0], Invitation.of(offer));
    }

    private static String accepted(String offer) {
        return Invitation.accept(offer, Person.fingerprint());
    }

    @Override
    public void leave(Person person) throws Exception {
        node.ask("leave " + person.id());
        person.close();
    }

    @Override
    public ProcessHandle forwarder() {
        return node.handle();
    }

    @Override
    public OptionalDouble heapKb() throws IOException {
        return OptionalDouble.of(node.heapKb());
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
