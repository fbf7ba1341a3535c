package chat.parley.load.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A community made through the API: people, roles that some of them hold, channels of which a few are busy and most
/// are not, and messages.
public final class Town {
    private static final int ROLES = 12;
    private static final int FILLERS = 32;
    /// The server keeps at most 64 connections of one account.
    private static final int SOCKETS_PER_ACCOUNT = 50;
    /// Passwords are hashed, which takes a core each.
    private static final int REGISTERING = 4;
    private static final AtomicInteger TOWNS = new AtomicInteger();

    private final Api api;
    private final Node node;
    private final Prose prose = new Prose(7);
    private final int number = TOWNS.incrementAndGet();
    public final List<String> tokens = new ArrayList<>();
    public final List<String> channels = new ArrayList<>();
    public final String guild;

    /// @param people at least 1; the first owns the guild
    /// @param rooms text channels, at least 1
    public Town(Node node, Api api, int people, int rooms) throws IOException, InterruptedException {
        this.node = node;
        this.api = api;
        tokens.add(api.register(name(0)));
        guild = api.guild(owner());
        channels.add(api.textChannel(owner(), guild));
        for (int i = 1; i < rooms; i++) {
            var room = Map.<String, Object>of("name", "room-" + i, "type", 0);
            channels.add(api.call("POST", "/guilds/" + guild + "/channels", owner(), room)
                    .path("id")
                    .asString());
        }
        if (people > 1) {
            settle(people);
        }
    }

    /// How many accounts it takes to have that many connections.
    public static int peopleFor(int sockets) {
        return 1 + (sockets - 1) / SOCKETS_PER_ACCOUNT;
    }

    private String name(int person) {
        return "load" + number + "x" + person;
    }

    public String owner() {
        return tokens.getFirst();
    }

    /// The busiest channel.
    public String square() {
        return channels.getFirst();
    }

    /// A channel, the first ones much more often.
    public String channel(Prose by) {
        return channels.get(by.zipf(channels.size()));
    }

    private void settle(int people) throws IOException, InterruptedException {
        var roles = new ArrayList<String>();
        for (int i = 0; i < Math.min(ROLES, people / 10); i++) {
            var role = Map.<String, Object>of("name", "role " + i, "hoist", i < 3);
            roles.add(api.call("POST", "/guilds/" + guild + "/roles", owner(), role)
                    .path("id")
                    .asString());
        }
        var code = api.invite(owner(), square());
        tokens.addAll(registered(people));
        for (var token : tokens.subList(1, people)) {
            api.join(token, code);
            if (!roles.isEmpty() && prose.number(3) == 0) {
                var me = api.call("GET", "/users/@me", token, Map.of())
                        .path("id")
                        .asString();
                var path = "/guilds/" + guild + "/members/" + me + "/roles/" + roles.get(prose.zipf(roles.size()));
                api.call("PUT", path, owner(), Map.of());
            }
        }
    }

    /// Everybody but the owner.
    private List<String> registered(int people) throws IOException {
        try (var threads = Executors.newFixedThreadPool(REGISTERING)) {
            var coming = IntStream.range(1, people)
                    .mapToObj(i -> threads.submit(() -> api.register(name(i))))
                    .toList();
            var those = new ArrayList<String>();
            for (var one : coming) {
                those.add(one.get());
            }
            return those;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException("Nobody could be registered", failure);
        }
    }

    /// Writes that many messages, most of them where most is written, as fast as the node takes them.
    public void chatter(int messages) throws Exception {
        var left = new AtomicInteger(messages);
        var fillers = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < FILLERS; i++) {
                int filler = i;
                fillers.add(threads.submit(() -> {
                    fill(tokens.get(filler % tokens.size()), new Prose(filler), left);
                    return true;
                }));
            }
        }
        for (var filler : fillers) {
            filler.get();
        }
    }

    private void fill(String token, Prose own, AtomicInteger left) throws IOException {
        try (var line = new Line(node, token)) {
            while (left.getAndDecrement() > 0) {
                int status =
                        line.post("/channels/" + channel(own) + "/messages", "{\"content\":\"" + own.text() + "\"}");
                if (status != 200) {
                    throw new IllegalStateException("A message was not accepted: " + status + " " + line.body());
                }
            }
        }
    }
}
