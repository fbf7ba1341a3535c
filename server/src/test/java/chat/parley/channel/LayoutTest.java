package chat.parley.channel;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channel.Kind;
import chat.parley.channel.trait.ThreadDefaults;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Channels are made, changed, moved and deleted.
final class LayoutTest {
    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Caller bob = community.member(guild, "bob");

    @AfterEach
    void close() {
        community.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, My Cool Channel, my-cool-channel",
        "TEXT, '  a   b ', a-b",
        "TEXT, Größe & Maß, größe-maß",
        "ANNOUNCEMENT, News!, news",
        "TEXT, 日本語 チャット, 日本語-チャット",
        "TEXT, ☕-kaffee_runde, ☕-kaffee_runde",
        "VOICE, ' My Voice Room ', My Voice Room",
        "CATEGORY, Text & More, Text & More"
    })
    void names_are_written_as_their_kind_is(Kind kind, String asked, String given) {
        assertEquals(given, add(ChannelDraft.of(kind, asked)).name());
    }

    @Test
    void a_name_of_which_nothing_is_left_is_refused() {
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> add(ChannelDraft.of(Kind.TEXT, "!!!"))));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> add(ChannelDraft.of(Kind.TEXT, "x".repeat(101)))));
    }

    @Test
    void new_channels_go_to_the_end_of_their_row_unless_a_place_is_asked_for() {
        var category = community.channel(guild, "Text Channels").id();
        add(ChannelDraft.of(Kind.TEXT, "b", category));
        add(new ChannelDraft(Kind.TEXT, "a", category, 0, Channel.Details.PLAIN, null));
        add(ChannelDraft.of(Kind.VOICE, "v", category));
        assertEquals(List.of("a", "general", "b", "v"), children(category));
        assertEquals(0, community.channel(guild, "v").position());
    }

    @Test
    void a_channel_takes_over_what_its_category_says() {
        var category = community.channel(guild, "Text Channels").id();
        var hidden = new Overwrite(Overwrite.Kind.ROLE, guild.value(), 0, Permission.VIEW_CHANNEL.bit());
        community.overwrites.put(owner, category, hidden);
        assertEquals(
                List.of(hidden),
                add(ChannelDraft.of(Kind.TEXT, "secret", category)).overwrites());
        var open = add(new ChannelDraft(Kind.TEXT, "open", category, null, Channel.Details.PLAIN, List.of()));
        assertEquals(List.of(), open.overwrites());
    }

    @Test
    void channels_lie_in_categories_of_their_own_guild_and_not_deeper() {
        var other = community.guild(owner);
        var foreign = community.channel(other, "Text Channels").id();
        var general = community.channel(guild, "general").id();
        var category = community.channel(guild, "Text Channels").id();
        for (var parent : List.of(foreign, general, new ChannelId(5))) {
            assertInstanceOf(Refusal.Invalid.class, refusal(() -> add(ChannelDraft.of(Kind.TEXT, "x", parent))));
        }
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> add(ChannelDraft.of(Kind.CATEGORY, "x", category))));
    }

    @Test
    void a_deleted_category_leaves_its_channels_behind() {
        var category = community.channel(guild, "Text Channels").id();
        community.events.clear();
        community.layout.remove(owner, category);
        assertNull(community.channel(guild, "general").parent());
        assertNull(community.restarted().channel(guild, "general").parent());
        assertInstanceOf(ChannelEvent.Deleted.class, community.events.getFirst());
        assertEquals(new Refusal.Unknown(Thing.CHANNEL), refusal(() -> community.channels.seenBy(owner, category)));
    }

    @Test
    void details_are_changed_and_kept() {
        var general = community.channel(guild, "general").id();
        var details = new Channel.Details("Hello <b>", true, 30, 64_000, 0, ThreadDefaults.NONE, null);
        var changed = community.layout.change(
                owner, general, it -> it.with(details).named("New Name").ofKind(Kind.ANNOUNCEMENT));
        assertEquals("new-name", changed.name());
        var stored = community.restarted().channels.find(general);
        assertEquals(changed, stored);
        assertInstanceOf(
                Refusal.Invalid.class,
                refusal(() -> community.layout.change(owner, general, it -> it.ofKind(Kind.VOICE))));
    }

    @Test
    void only_who_manages_channels_does_so_where_they_may() {
        var general = community.channel(guild, "general").id();
        assertEquals(new Refusal.Forbidden("MANAGE_CHANNELS"), refusal(() -> community.layout.remove(bob, general)));
        assertEquals(
                new Refusal.Forbidden("MANAGE_CHANNELS"),
                refusal(() -> community.layout.add(bob, guild, ChannelDraft.of(Kind.TEXT, "x"))));
        var allowed = new Overwrite(Overwrite.Kind.MEMBER, bob.id().value(), Permission.MANAGE_CHANNELS.bit(), 0);
        community.overwrites.put(owner, general, allowed);
        assertEquals(
                "x", community.layout.change(bob, general, it -> it.named("x")).name());
        var hidden = new Overwrite(Overwrite.Kind.MEMBER, bob.id().value(), 0, Permission.VIEW_CHANNEL.bit());
        community.overwrites.put(owner, general, hidden);
        assertEquals(new Refusal.NoAccess(), refusal(() -> community.layout.remove(bob, general)));
    }

    @Test
    void a_guild_and_a_category_hold_only_so_many() {
        var category = community.channel(guild, "Text Channels").id();
        for (int i = 1; i < Limits.CHANNELS_PER_CATEGORY_MAX; i++) {
            add(ChannelDraft.of(Kind.TEXT, "c" + i, category));
        }
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> add(ChannelDraft.of(Kind.TEXT, "more", category))));
        var outside = add(ChannelDraft.of(Kind.TEXT, "outside"));
        assertInstanceOf(
                Refusal.Invalid.class,
                refusal(() -> community.layout.change(owner, outside.id(), it -> it.under(category))));
    }

    @Test
    void several_move_at_once_with_their_new_categories_permissions() {
        var voices = community.channel(guild, "Voice Channels").id();
        var a = add(ChannelDraft.of(Kind.TEXT, "a")).id();
        var b = add(ChannelDraft.of(Kind.TEXT, "b")).id();
        var hidden = new Overwrite(Overwrite.Kind.ROLE, guild.value(), 0, Permission.VIEW_CHANNEL.bit());
        community.overwrites.put(owner, voices, hidden);
        community.rearranging.move(
                owner,
                guild,
                List.of(
                        new Rearranging.Move(b, 0, true, voices, true),
                        new Rearranging.Move(a, 1, true, voices, false)));
        assertEquals(List.of("b", "a", "General"), children(voices));
        assertEquals(List.of(hidden), community.channel(guild, "b").overwrites());
        assertEquals(List.of(), community.channel(guild, "a").overwrites());
        var move = new Rearranging.Move(a, 0, false, null, false);
        assertEquals(
                new Refusal.Forbidden("MANAGE_CHANNELS"),
                refusal(() -> community.rearranging.move(bob, guild, List.of(move))));
        var unknown = new Rearranging.Move(new ChannelId(5), 0, false, null, false);
        assertEquals(
                new Refusal.Unknown(Thing.CHANNEL),
                refusal(() -> community.rearranging.move(owner, guild, List.of(move, unknown))));
        assertEquals(List.of("b", "a", "General"), children(voices), "nothing moved when one was refused");
    }

    private Channel add(ChannelDraft draft) {
        return community.layout.add(owner, guild, draft);
    }

    private List<String> children(@Nullable ChannelId parent) {
        return community.channels.in(guild).stream()
                .filter(it -> Objects.equals(it.parent(), parent))
                .map(Channel::name)
                .toList();
    }
}
