package chat.parley.edge.discord.gateway.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.account.Caller;
import chat.parley.base.json.Json;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.session.Identify;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.testing.Community;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A session's seats against a map.
final class SeatsTest {
    private static final Identify IDENTIFY = Identify.of(Json.tree("{}".getBytes(StandardCharsets.UTF_8)));
    private static final int GUILDS = 9;

    @Test
    void whatever_is_taken_and_left_each_guild_has_its_seat() {
        try (var community = new Community()) {
            var anna = community.person("anna");
            var rooms = rooms(community, anna);
            var guest = new Guest(new Session("id", anna, IDENTIFY, 0));
            var seats = guest.seats;
            var expected = new TreeMap<Long, Guest.Seat>();
            var random = new Random(5);
            for (int step = 0; step < 2_000; step++) {
                var view = rooms.get(random.nextInt(GUILDS));
                long guild = view.guild().id().value();
                assertEquals(expected.get(guild), seats.in(guild));
                if (random.nextInt(200) == 0) {
                    assertEquals(new HashSet<>(expected.values()), new HashSet<>(seats.clear()));
                    expected.clear();
                } else if (random.nextBoolean()) {
                    assertEquals(expected.remove(guild), seats.remove(guild));
                } else if (!expected.containsKey(guild)) {
                    var seat = new Room(view).enter(guest, view);
                    seats.add(seat);
                    expected.put(guild, seat);
                }
            }
        }
    }

    private static List<View> rooms(Community community, Caller owner) {
        var views = new ArrayList<View>();
        for (int i = 0; i < GUILDS; i++) {
            views.add(community.viewers.of(community.guild(owner)));
        }
        return views;
    }
}
