package chat.parley.load.sfu.unit;

import chat.parley.media.net.client.Invitation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Parley's forwarding unit without the rest of Parley. It has one room when it is compared with others, and more of
/// them, in which everybody speaks, for [#enter].
public final class Ours implements Unit {
    private static final String VOICE = "0";
    private static final String ROOM = "room";

    /// Media packets so far.
    ///
    /// @param gated came and went to nobody, since louder voices were heard
    public record Traffic(long received, long forwarded, long gated) {}

    private final String name;
    private final MediaNode node;
    private String publisher = "";
    private String screen = "";

    public Ours() throws IOException {
        this("Parley", "");
    }

    /// @param classes of another build, empty for this one
    Ours(String name, String classes) throws IOException {
        this.name = name;
        node = new MediaNode(classes, MediaProcess.class);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Publisher publish() throws IOException {
        var person = join(ROOM);
        publisher = person.id();
        var shown = node.ask("screen " + publisher);
        screen = shown[0];
        node.answer(publisher, accepted(MediaNode.decoded(shown[1])));
        return Publisher.of(person, VOICE, screen);
    }

    @Override
    public Person attend() throws IOException {
        var person = join(ROOM);
        for (var mid : List.of(VOICE, screen)) {
            node.ask("subscribe " + person.id() + " " + publisher + " " + mid);
        }
        return person;
    }

    /// Somebody with an open microphone.
    public Person enter(String room) throws IOException {
        return join(room);
    }

    /// From now on everybody in the room hears everybody else.
    public void gather(String room) throws IOException {
        node.ask("gather " + room);
    }

    public Traffic traffic() throws IOException {
        var counts = node.ask("counts");
        return new Traffic(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
    }

    private Person join(String room) throws IOException {
        var joined = node.ask("join " + room);
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
    public double[] stayedMs() throws IOException {
        return Arrays.stream(node.ask("stayed"))
                .mapToDouble(it -> Long.parseLong(it) / 1e6)
                .toArray();
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
