package chat.parley.message.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.base.id.EntityId;
import chat.parley.file.Attachment;
import chat.parley.file.StoredFile;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.World;
import chat.parley.message.rich.Components;
import chat.parley.message.rich.Embeds;
import chat.parley.message.rich.Origin;
import chat.parley.message.rich.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OwnersTest {
    private final World world = new World();
    private final Owners owners = new Owners(world.database);

    @AfterEach
    void close() {
        world.close();
    }

    private StoredFile file() {
        var id = new EntityId(world.ids.next());
        return new StoredFile(
                id, world.channel, "a.bin", "application/octet-stream", false, 1, null, id, world.channel);
    }

    private static Attachment of(StoredFile file) {
        return new Attachment(file.id(), "a.bin", null, null, file.contentType(), 1, null, null, null, null, null, 0);
    }

    private Message said(Extras extras) {
        var draft = new Draft("look", null, null, AllowedMentions.ALL, 0, extras);
        return world.messages.post(world.ann, world.channel, draft).message();
    }

    @Test
    void the_message_of_a_file_is_found_while_it_is_there() {
        var sent = file();
        var other = file();
        var message = said(Extras.NONE.with(List.of(of(sent))));
        world.say(world.ann, "no file");
        assertEquals(Optional.of(message.id()), owners.of(sent));
        assertEquals(Optional.empty(), owners.of(other));
        world.messages.delete(world.ann, world.channel, message.id());
        assertEquals(Optional.empty(), owners.of(sent));
    }

    @Test
    void the_forward_that_shows_a_file_is_found() {
        var shown = file();
        var first = world.say(world.ann, "first");
        var snapshot = new Snapshot(
                0,
                "first",
                first.id().time(),
                null,
                0,
                List.of(),
                List.of(),
                List.of(of(shown)),
                Embeds.NONE,
                Components.NONE,
                List.of());
        var origin = new Origin(Origin.FORWARD, world.guild, world.channel, first.id());
        var forward = said(Extras.NONE.from(origin, snapshot));
        assertEquals(Optional.of(forward.id()), owners.of(shown));
    }
}
