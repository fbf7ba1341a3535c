package chat.parley.edge.discord.shape.reception;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channel;
import chat.parley.guild.Member;
import chat.parley.presence.Activity;
import chat.parley.presence.Presence;
import chat.parley.reception.Widgets;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's widget. Those who are online are told by name; their ids are numbers that mean nothing outside, and
/// their pictures are the standard ones, because the address of a picture of theirs would tell the id.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record WidgetShape(
        GuildId id,
        String name,
        @JsonInclude(ALWAYS) @Nullable String instantInvite,
        List<Room> channels,
        List<Person> members,
        int presenceCount) {
    private static final int STANDARD_PICTURES = 6;

    public record Room(ChannelId id, String name, int position) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Person(
            String id,
            String username,
            String discriminator,
            @JsonInclude(ALWAYS) @Nullable String avatar,
            String status,
            String avatarUrl,
            @Nullable Game activity) {}

    public record Game(String name) {}

    private record Named(String name, Presence presence) {}

    /// @param links makes whole addresses of paths of ours
    public static WidgetShape of(
            Widgets.Shown shown,
            List<Presence> online,
            Map<UserId, User> people,
            int count,
            UnaryOperator<String> links) {
        var guild = shown.guild().guild();
        var named = new ArrayList<Named>();
        for (var presence : online) {
            var member = shown.guild().member(presence.user());
            var user = people.get(presence.user());
            if (member != null && user != null) {
                named.add(new Named(name(member, user), presence));
            }
        }
        named.sort(Comparator.comparing(Named::name, String.CASE_INSENSITIVE_ORDER));
        var members = new ArrayList<Person>();
        for (var each : named) {
            members.add(person(members.size(), each, links));
        }
        return new WidgetShape(
                guild.id(),
                guild.name(),
                shown.invite() == null ? null : links.apply("/invite/" + shown.invite()),
                shown.rooms().stream().map(WidgetShape::room).toList(),
                members,
                count);
    }

    private static String name(Member member, User user) {
        return member.nick() == null ? user.shownName() : member.nick();
    }

    private static Room room(Channel channel) {
        return new Room(channel.id(), channel.name(), channel.position());
    }

    private static Person person(int number, Named named, UnaryOperator<String> links) {
        var game = named.presence().activities().stream()
                .filter(it -> it.kind() != Activity.CUSTOM)
                .map(it -> new Game(it.name()))
                .findFirst()
                .orElse(null);
        return new Person(
                Integer.toString(number),
                named.name(),
                "0000",
                null,
                named.presence().status().text(),
                links.apply("/cdn/embed/avatars/" + number % STANDARD_PICTURES + ".png"),
                game);
    }
}
