package chat.parley.edge.discord.gateway;

import chat.parley.account.Caller;
import chat.parley.auth.Authentication;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.limit.RateLimits;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.gateway.event.Opening;
import chat.parley.edge.discord.gateway.event.Roster;
import chat.parley.edge.discord.gateway.fanout.Fanout;
import chat.parley.edge.discord.gateway.fanout.Registry;
import chat.parley.edge.discord.gateway.session.Action;
import chat.parley.edge.discord.gateway.session.Identify;
import chat.parley.edge.discord.gateway.session.MembersWish;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a client asks for that may block, each on a virtual thread: who it is, what READY has to tell, which
/// members a guild has.
final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int SESSION_ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(Limits.GATEWAY_ARRIVALS_AT_ONCE, true);
    private final Authentication authentication;
    private final Registry registry;
    private final Fanout fanout;
    private final Opening opening;
    private final Roster roster;
    private final RateLimits limits;
    private final ToIntFunction<UserId> flags;
    private final Clock clock;

    /// @param flags of a bot's application
    Arrivals(
            Authentication authentication,
            Registry registry,
            Fanout fanout,
            Opening opening,
            Roster roster,
            RateLimits limits,
            ToIntFunction<UserId> flags,
            Clock clock) {
        this.authentication = authentication;
        this.registry = registry;
        this.fanout = fanout;
        this.opening = opening;
        this.roster = roster;
        this.limits = limits;
        this.flags = flags;
        this.clock = clock;
    }

    /// IDENTIFY.
    void signIn(Client client, String token, Identify identify) {
        apart(client, () -> {
            var caller = authentication.ofEither(token);
            if (!caller.bot()) {
                begin(client, caller, token, identify);
            } else if (identify.intents() == null) {
                close(client, CloseCode.INVALID_INTENTS);
            } else if (!allowed(caller, identify)) {
                close(client, CloseCode.DISALLOWED_INTENTS);
            } else if (fanout.guildsOf(caller.id(), identify.shard()) > Limits.GATEWAY_GUILDS_PER_SHARD_MAX) {
                close(client, CloseCode.SHARDING_REQUIRED);
            } else {
                switch (limits.start(caller.id(), identify.shard().index())) {
                    case GRANTED -> begin(client, caller, token, identify);
                    case TOO_SOON -> client.loop().execute(() -> client.invalidSession(false));
                    case NO_MORE_TODAY -> close(client, CloseCode.RATE_LIMITED);
                }
            }
        });
    }

    private boolean allowed(Caller bot, Identify identify) {
        var intents = identify.intents();
        return intents != null && intents.allowedBy(flags.applyAsInt(bot.id()));
    }

    private void begin(Client client, Caller caller, String token, Identify identify) {
        var session = new Session(freshId(), caller, identify, clock.millis());
        session.reachedAt(client.host());
        var home = new Registry.Home(session, client.loop());
        if (!registry.add(home)) {
            close(client, CloseCode.RATE_LIMITED);
            return;
        }
        client.loop().execute(() -> client.arrived(home));
        try {
            var cuts = fanout.seat(home);
            // Whoever was signed out while this began is not among the sessions that were told so.
            authentication.ofEither(token);
            var opened = opening.of(session, cuts, client.resumeUrl());
            opened.dispatches().forEach(it -> it.body().prepare(client.encoding()));
            fanout.open(home, cuts.size(), opened.dispatches());
            opened.watched().forEach((guild, members) -> fanout.watch(home, guild, members));
        } catch (RuntimeException failed) {
            var code = failed instanceof Refused ? CloseCode.AUTHENTICATION_FAILED : CloseCode.UNKNOWN_ERROR;
            client.loop().execute(() -> client.loop().seating().end(session, code));
            throw failed;
        }
    }

    /// RESUME. Somebody else's session is as unknown as none.
    void takeUp(Client client, Action.TakeUp wish) {
        apart(client, () -> {
            var caller = authentication.ofEither(wish.token());
            var home = registry.find(wish.session());
            if (home == null || !home.session().caller().id().equals(caller.id())) {
                client.loop().execute(() -> client.invalidSession(false));
            } else {
                client.resume(home, wish.seq());
            }
        });
    }

    /// Members in chunks. Who is no member of the guild gets no answer, as at Discord.
    void findMembers(Registry.Home home, MembersWish wish) {
        Thread.ofVirtual().name("members").start(() -> {
            try {
                atOnce.acquire();
                try {
                    var found = roster.find(home.session(), wish);
                    found.chunks().forEach(it -> fanout.answer(home, it));
                    if (wish.presences()) {
                        fanout.watch(home, wish.guild(), found.members());
                    }
                } finally {
                    atOnce.release();
                }
            } catch (Refused _) {
                LOG.debug("Members of a guild were asked for that the client is no member of");
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                LOG.error("Members could not be found", fault);
            }
        });
    }

    /// The sounds of those guilds that the client is in.
    void listSounds(Registry.Home home, List<GuildId> guilds) {
        Thread.ofVirtual().name("sounds").start(() -> {
            try {
                atOnce.acquire();
                try {
                    guilds.forEach(it -> {
                        var sounds = roster.sounds(home.session(), it);
                        if (sounds != null) {
                            fanout.answer(home, sounds);
                        }
                    });
                } finally {
                    atOnce.release();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                LOG.error("Sounds could not be listed", fault);
            }
        });
    }

    private void apart(Client client, Runnable work) {
        Thread.ofVirtual().name("arrival").start(() -> {
            try {
                atOnce.acquire();
                try {
                    work.run();
                } finally {
                    atOnce.release();
                }
            } catch (Refused refused) {
                close(client, CloseCode.AUTHENTICATION_FAILED);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                LOG.error("A client could not be let in", fault);
                close(client, CloseCode.UNKNOWN_ERROR);
            }
        });
    }

    private static void close(Client client, CloseCode code) {
        client.loop().execute(() -> client.close(code));
    }

    private String freshId() {
        byte[] id = new byte[SESSION_ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
