package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.LargeGuild;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What it costs to ask whether a member may write in a channel: 10,000 members, 60 roles, 200 channels with
/// overwrites, some of which name members, asked in an order without a pattern.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class PermissionsBenchmark {
    private static final int CHANNELS = 200;
    private static final int OVERWRITES_MAX = 6;
    private static final int QUESTIONS = 1 << 14;

    private GuildSnapshot guild;
    private ChannelTable channels;
    private View view;
    private UserId[] users;
    private ChannelId[] rooms;
    private int next;

    @Setup
    public void fill() {
        var random = new Random(17);
        guild = LargeGuild.snapshot(17);
        var made = new ArrayList<Channel>();
        for (int i = 0; i < CHANNELS; i++) {
            made.add(channel(i, random));
        }
        channels = new ChannelTable(made, 1);
        view = new View(guild, channels, new ThreadTable(List.of(), 0), new PermissionTable(guild, channels), clock());
        users = new UserId[QUESTIONS];
        rooms = new ChannelId[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            users[i] = LargeGuild.member(random.nextInt(LargeGuild.MEMBERS));
            rooms[i] = new ChannelId(5_000 + random.nextInt(CHANNELS));
        }
    }

    /// As messages and events are checked.
    @Benchmark
    public boolean check() {
        int question = next++ & (QUESTIONS - 1);
        return Permission.SEND_MESSAGES.in(view.permissions(users[question], rooms[question]));
    }

    /// Without what the table remembers: Discord's rules from the beginning.
    @Benchmark
    public boolean resolve() {
        int question = next++ & (QUESTIONS - 1);
        var member = guild.member(users[question]);
        var channel = channels.find(rooms[question]);
        long inGuild = Permissions.inGuild(
                guild.roles().everyone().permissions(), guild.roles().granted(member.roles()));
        long bits = Permissions.inChannel(
                inGuild,
                channel.overwrites(),
                guild.id().value(),
                role -> member.roles().stream().anyMatch(it -> it.value() == role),
                member.user().value(),
                false);
        return Permission.SEND_MESSAGES.in(bits);
    }

    /// After a role or a channel has changed: a new table, and the first question.
    @Benchmark
    public boolean firstAfterChange() {
        int question = next++ & (QUESTIONS - 1);
        var fresh =
                new View(guild, channels, new ThreadTable(List.of(), 0), new PermissionTable(guild, channels), clock());
        return Permission.SEND_MESSAGES.in(fresh.permissions(users[question], rooms[question]));
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private Channel channel(int number, Random random) {
        var overwrites = new ArrayList<Overwrite>();
        for (int i = random.nextInt(OVERWRITES_MAX); i > 0; i--) {
            overwrites.add(new Overwrite(
                    Overwrite.Kind.ROLE,
                    LargeGuild.role(random.nextInt(LargeGuild.ROLES)).value(),
                    Permissions.DEFAULT & random.nextLong(),
                    Permissions.DEFAULT & random.nextLong() & random.nextLong()));
        }
        if (number % 10 == 0) {
            long member = LargeGuild.member(random.nextInt(LargeGuild.MEMBERS)).value();
            overwrites.add(new Overwrite(Overwrite.Kind.MEMBER, member, Permission.SEND_MESSAGES.bit(), 0));
        }
        return new Channel(
                new ChannelId(5_000 + number),
                guild.id(),
                Channel.Kind.TEXT,
                "room-" + number,
                number,
                null,
                Channel.Details.PLAIN,
                overwrites);
    }
}
