package chat.parley.edge.discord.shape;

import chat.parley.account.User;
import chat.parley.base.id.GuildId;
import chat.parley.guild.Member;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A member together with the guild, as the gateway's events carry it.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GuildMemberShape(
        GuildId guildId, @JsonUnwrapped MemberShape member) {
    public static GuildMemberShape of(GuildId guild, Member member, User user) {
        return new GuildMemberShape(guild, MemberShape.of(member, user));
    }
}
