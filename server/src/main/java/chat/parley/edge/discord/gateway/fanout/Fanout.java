package chat.parley.edge.discord.gateway.fanout;

import chat.parley.audit.AuditEvent;
import chat.parley.auth.session.SessionEvent;
import chat.parley.base.bus.Bus;
import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.command.CommandEvent;
import chat.parley.bot.install.InstallEvent;
import chat.parley.bot.interaction.InteractionEvent;
import chat.parley.bot.webhook.WebhookEvent;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.channel.event.ScheduledEventChange;
import chat.parley.conversation.ConversationEvent;
import chat.parley.edge.discord.gateway.event.Words;
import chat.parley.edge.discord.gateway.session.Identify;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Burst;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.message.MessageEvent;
import chat.parley.moderation.automod.RuleEvent;
import chat.parley.moderation.report.ReportEvent;
import chat.parley.voice.VoiceEvent;
import chat.parley.voice.call.CallEvent;
import chat.parley.voice.soundboard.SoundEvent;
import chat.parley.voice.stage.StageEvent;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From the bus to every session that may hear of it, in order, without loss and without doubles.
///
/// **The way of an event.** Whoever changes something publishes while holding the right to write, so the bus is
/// in order for each guild and each channel. The listener here only puts the event, together with the guild's
/// view of that moment, into one queue. One thread takes from it: it asks for names, encodes the body once (see
/// `Wording` for the three texts a message may have) and gives it to every event loop that has sessions. A
/// [Loop] looks up the array of sessions that see the channel and puts a reference into each session's ring.
/// Nothing is copied or encoded for one receiver but the 50 bytes around its own sequence number. Every queue
/// on the way is bounded and waits when it is full, back to whoever writes; a slow client is not on the way,
/// because its ring never waits (see `Resume`).
///
/// **Who may hear it** is decided for each event on the loop, by the guild's view that travels with the event
/// or a newer one that an earlier event brought: a view is immutable and has an epoch, and a loop's view of a
/// guild only moves forward. So what was taken away before an event was published does not let it through,
/// whatever the threads do, and no check asks more than an array that was made from that very view. When the
/// view moves, the loop compares, for each session, the channels its client knows with those it may see now,
/// and says CHANNEL_CREATE and CHANNEL_DELETE for the difference. That is also how channels that are created
/// and deleted are told: there is one source of truth about what a client knows, and it cannot disagree with
/// itself.
///
/// **The cut.** READY tells the state of a guild and the stream goes on from there; both must meet exactly. A
/// new session therefore takes, for each of its guilds, the view *and* a place in the queue under the guild's
/// write lock, under which all changes of that guild are published. What stands before that place in the queue
/// is part of the view, what stands behind it is not. When the loop comes to the place, the session takes its
/// seat, and from then on its events are held until READY, which is made meanwhile, has gone out. Messages are
/// not part of READY, only the newest id of each channel is, which is read after the cut: it can be ahead of
/// the stream, never behind. Somebody who joins a guild while they are connected gets the same by the event
/// itself, whose view is the cut.
public final class Fanout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fanout.class);
    private static final int BATCH = 256;

    private final LinkedBlockingQueue<Notice> queue = new LinkedBlockingQueue<>(Limits.FANOUT_QUEUE_MAX);
    private final ConcurrentHashMap<EventLoop, Loop> loops = new ConcurrentHashMap<>();
    private final Guilds guilds;
    private final Viewers viewers;
    private final Registry registry;
    private final Words words;
    private final Thread thread = Thread.ofPlatform().name("fanout").daemon().unstarted(this::run);

    /// What comes through the queue.
    private sealed interface Notice {
        /// @param view the guild then; absent when the event belongs to no guild or to one that is gone
        record Happened(Event event, @Nullable View view) implements Notice {}

        record Cut(Loop loop, Session session, View view) implements Notice {}

        record Pass(Loop loop, Task task) implements Notice {}
    }

    public Fanout(Bus bus, Guilds guilds, Viewers viewers, Registry registry, Words words) {
        this.guilds = guilds;
        this.viewers = viewers;
        this.registry = registry;
        this.words = words;
        bus.subscribe(GuildEvent.class, it -> put(it, it instanceof GuildEvent.Deleted ? null : view(it.guild())));
        bus.subscribe(ChannelEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(ConversationEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(MessageEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(ScheduledEventChange.class, it -> put(it, view(it.guild())));
        bus.subscribe(VoiceEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(StageEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(SoundEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(CallEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(AuditEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(RuleEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(ReportEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(InstallEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(CommandEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(WebhookEvent.class, it -> put(it, view(it.guild())));
        bus.subscribe(
                InteractionEvent.class,
                it -> put(
                        it,
                        it instanceof InteractionEvent.Used(var used)
                                ? view(used.place().guild())
                                : null));
        for (var kind : Words.WITHOUT_A_GUILD) {
            bus.subscribe(kind, it -> put(it, null));
        }
        thread.start();
    }

    /// The loop's part of the fan-out.
    public Loop on(EventLoop events) {
        return loops.computeIfAbsent(
                events, it -> new Loop(it, new Seating(new Burst(ByteBufAllocator.DEFAULT), registry, words)));
    }

    /// How many guilds a shard of a bot would serve.
    public long guildsOf(UserId bot, Identify.Shard shard) {
        return guilds.count(bot, it -> shard.serves(it.value()));
    }

    /// A session begins to hear what concerns its user, and takes its seats, each with a cut.
    ///
    /// @return the views of the cuts, which READY has to tell
    public List<View> seat(Registry.Home home) {
        var session = home.session();
        put(new Notice.Pass(home.loop(), new Task.Arrive(session)));
        var views = new ArrayList<View>();
        for (var guild : guilds.ofMember(session.caller().id())) {
            if (session.shard().serves(guild.id().value())) {
                cut(home, guild.id()).ifPresent(views::add);
            }
        }
        if (converses(session)) {
            for (var conversation : guilds.conversationsOf(session.caller().id())) {
                cut(home, conversation.id()).ifPresent(views::add);
            }
        }
        return views;
    }

    /// READY and what belongs to it, to be said when that many cuts have been made.
    public void open(Registry.Home home, int cuts, List<Dispatch> opening) {
        put(new Notice.Pass(home.loop(), new Task.Open(home.session(), cuts, opening)));
    }

    /// Answers one session, in the order of everything else that is said without a guild.
    public void answer(Registry.Home home, Dispatch dispatch) {
        put(new Notice.Pass(home.loop(), new Task.Answer(home.session(), dispatch)));
    }

    /// The session was shown these members.
    public void watch(Registry.Home home, GuildId guild, List<UserId> members) {
        put(new Notice.Pass(home.loop(), new Task.Watch(guild, home.session(), ids(members))));
    }

    /// Time has passed; sessions may have expired.
    public void tick(long now) {
        loops.values().forEach(it -> it.execute(() -> it.seating().tick(now)));
    }

    /// How many events wait to be encoded.
    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private Optional<View> cut(Registry.Home home, GuildId guild) {
        try {
            return guilds.write(guild, _ -> {
                var view = viewers.of(guild);
                if (view.guild().member(home.session().caller().id()) == null) {
                    return Optional.empty();
                }
                put(new Notice.Cut(home.loop(), home.session(), view));
                return Optional.of(view);
            });
        } catch (Refused gone) {
            return Optional.empty();
        }
    }

    /// Conversations are the first shard's.
    private static boolean converses(Session session) {
        return session.shard().index() == 0;
    }

    private @Nullable View view(GuildId guild) {
        try {
            return viewers.of(guild);
        } catch (Refused gone) {
            return null;
        }
    }

    private void put(Event event, @Nullable View view) {
        put(new Notice.Happened(event, view));
    }

    private void put(Notice notice) {
        try {
            queue.put(notice);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var batch = new ArrayList<Notice>(BATCH);
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                batch.forEach(this::safely);
                batch.clear();
            }
        } catch (InterruptedException stopping) {
            LOG.debug("The fan-out stops");
        }
    }

    private void safely(Notice notice) {
        try {
            switch (notice) {
                case Notice.Happened(var event, var view) -> happened(event, view);
                case Notice.Pass(var loop, var task) -> loop.offer(task);
                case Notice.Cut(var loop, var session, var view) -> {
                    registry.sits(view.guild().id());
                    loop.offer(new Task.Enter(session, view));
                }
            }
        } catch (RuntimeException fault) {
            LOG.error("An event was not delivered: {}", notice, fault);
        }
    }

    private void happened(Event event, @Nullable View view) {
        switch (event) {
            case GuildEvent.Created _
            when view != null -> view.guild().members().forEach(it -> welcome(it.user(), view));
            case GuildEvent.MemberJoined joined
            when view != null -> {
                welcome(joined.member().user(), view);
                say(event, view);
            }
            case GuildEvent.MemberLeft(var guild, var user) -> {
                say(event, view);
                part(guild, user, view != null && view.guild().isPrivate());
            }
            case GuildEvent.Deleted(var guild, boolean isPrivate) -> part(guild, null, isPrivate);
            case SessionEvent.Revoked(var user, var login) -> toAll(new Task.Revoke(user, login));
            default -> say(event, view);
        }
    }

    private void say(Event event, @Nullable View view) {
        words.told(event).forEach((user, dispatch) -> {
            if (!registry.of(user).isEmpty()) {
                toAll(new Task.Tell(user, dispatch));
            }
        });
        if (view != null && !registry.concerns(view.guild().id())) {
            return;
        }
        var only = Words.touched(event);
        for (var delivery : words.of(event, view, registry::concerns)) {
            toAll(new Task.Say(delivery, view, only));
        }
        if (view != null && event instanceof ChannelEvent) {
            toAll(new Task.Look(view));
        }
    }

    private void welcome(UserId user, View view) {
        var guild = view.guild().id();
        for (var loop : loops.values()) {
            Map<Session, List<Dispatch>> welcomes = new HashMap<>();
            var after = new ArrayList<Task>();
            for (var home : registry.of(user)) {
                var session = home.session();
                boolean serves = view.guild().isPrivate()
                        ? converses(session)
                        : session.shard().serves(guild.value());
                if (home.loop().equals(loop) && serves) {
                    var drawn = words.welcome(session, view);
                    registry.sits(guild);
                    welcomes.put(session, drawn.dispatches());
                    after.add(new Task.Watch(guild, session, ids(drawn.shown())));
                }
            }
            if (!welcomes.isEmpty()) {
                loop.offer(new Task.Join(view, welcomes));
                after.forEach(loop::offer);
            }
        }
    }

    private void part(GuildId guild, @Nullable UserId user, boolean isPrivate) {
        if (registry.concerns(guild)) {
            int intents = isPrivate ? Intents.PEOPLE : Intents.GUILDS;
            toAll(new Task.Part(guild, user, words.farewell(guild, isPrivate), intents));
        }
    }

    private static long[] ids(List<UserId> members) {
        return members.stream().mapToLong(UserId::value).sorted().toArray();
    }

    private void toAll(Task task) {
        loops.values().forEach(it -> it.offer(task));
    }
}
