package chat.parley.edge.discord.gateway.event;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.shape.GuildMemberShape;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.discord.shape.RoleShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.file.EmojiShape;
import chat.parley.edge.discord.shape.file.SoundShape;
import chat.parley.edge.discord.shape.file.StickerShape;
import chat.parley.guild.Expressions;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Invite;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Guilds: settings, roles, members, bans, invites. Who joins or leaves hears of the guild itself, not of their
/// membership; that is the fan-out's work.
public final class GuildWords {
    private final Users users;

    public GuildWords(Users users) {
        this.users = users;
    }

    List<Delivery> of(GuildEvent event, View view) {
        var guild = event.guild();
        var all = new Audience.Members();
        return switch (event) {
            case GuildEvent.Created _, GuildEvent.Deleted _ -> List.of();
            case GuildEvent.Updated _ -> List.of(Delivery.of(guild, all, "GUILD_UPDATE", GuildShape.of(view.guild())));
            case GuildEvent.RoleCreated(var _, var role) ->
                List.of(Delivery.of(
                        guild, all, "GUILD_ROLE_CREATE", Map.of("guild_id", guild, "role", RoleShape.of(role))));
            case GuildEvent.RoleUpdated(var _, var role) ->
                List.of(Delivery.of(
                        guild, all, "GUILD_ROLE_UPDATE", Map.of("guild_id", guild, "role", RoleShape.of(role))));
            case GuildEvent.RoleDeleted(var _, var role) ->
                List.of(Delivery.of(guild, all, "GUILD_ROLE_DELETE", Map.of("guild_id", guild, "role_id", role)));
            case GuildEvent.MemberJoined(var _, var member) -> joined(guild, member);
            case GuildEvent.MemberUpdated(var _, var _, var member) -> updated(guild, member);
            case GuildEvent.MemberLeft(var _, var user) ->
                about(
                        user,
                        it -> Delivery.of(
                                guild,
                                new Audience.Others(user),
                                Intents.GUILD_MEMBERS,
                                "GUILD_MEMBER_REMOVE",
                                Map.of("guild_id", guild, "user", UserShape.of(it))));
            case GuildEvent.Banned(var _, var user) -> ban(guild, user, "GUILD_BAN_ADD");
            case GuildEvent.Unbanned(var _, var user) -> ban(guild, user, "GUILD_BAN_REMOVE");
            case GuildEvent.EmojisUpdated(var _, var emojis) ->
                List.of(Delivery.of(
                        guild,
                        all,
                        Intents.GUILD_EXPRESSIONS,
                        "GUILD_EMOJIS_UPDATE",
                        Map.of("guild_id", guild, "emojis", EmojiShape.of(emojis))));
            case GuildEvent.StickersUpdated(var _, var stickers) ->
                List.of(Delivery.of(
                        guild,
                        all,
                        Intents.GUILD_EXPRESSIONS,
                        "GUILD_STICKERS_UPDATE",
                        Map.of("guild_id", guild, "stickers", StickerShape.of(guild, stickers))));
            case GuildEvent.SoundCreated(var _, var sound) -> sound("GUILD_SOUNDBOARD_SOUND_CREATE", guild, sound);
            case GuildEvent.SoundUpdated(var _, var sound) -> sound("GUILD_SOUNDBOARD_SOUND_UPDATE", guild, sound);
            case GuildEvent.SoundDeleted(var _, var sound) ->
                List.of(Delivery.of(
                        guild,
                        all,
                        Intents.GUILD_EXPRESSIONS,
                        "GUILD_SOUNDBOARD_SOUND_DELETE",
                        Map.of("guild_id", guild, "sound_id", sound)));
            case GuildEvent.InviteCreated(var _, var invite) ->
                invited(guild, invite.channel(), "INVITE_CREATE", invite(invite, view));
            case GuildEvent.InviteDeleted(var _, var channel, var code) ->
                invited(
                        guild,
                        channel,
                        "INVITE_DELETE",
                        Map.of("guild_id", guild, "channel_id", channel, "code", code));
        };
    }

    private static List<Delivery> invited(GuildId guild, ChannelId channel, String type, Object d) {
        var managers = new Audience.SeeingHolders(channel, Permission.MANAGE_CHANNELS);
        return List.of(Delivery.of(guild, managers, Intents.GUILD_INVITES, type, d));
    }

    private List<Delivery> sound(String type, GuildId guild, Expressions.Sound sound) {
        var user = users.find(sound.author()).map(UserShape::of).orElse(null);
        return List.of(Delivery.of(
                guild, new Audience.Members(), Intents.GUILD_EXPRESSIONS, type, SoundShape.of(guild, sound, user)));
    }

    private List<Delivery> joined(GuildId guild, Member member) {
        return about(
                member.user(),
                it -> Delivery.of(
                        guild,
                        new Audience.Others(member.user()),
                        Intents.GUILD_MEMBERS,
                        "GUILD_MEMBER_ADD",
                        GuildMemberShape.of(guild, member, it)));
    }

    /// A bot hears of its own changes without the intent that the others' need.
    List<Delivery> updated(GuildId guild, Member member) {
        var user = users.find(member.user()).orElse(null);
        if (user == null) {
            return List.of();
        }
        var shape = GuildMemberShape.of(guild, member, user);
        return List.of(
                Delivery.of(
                        guild, new Audience.Others(member.user()), Intents.GUILD_MEMBERS, "GUILD_MEMBER_UPDATE", shape),
                Delivery.of(guild, new Audience.Self(member.user()), Intents.NONE, "GUILD_MEMBER_UPDATE", shape));
    }

    private List<Delivery> ban(GuildId guild, UserId user, String type) {
        return about(
                user,
                it -> Delivery.of(
                        guild,
                        new Audience.Holders(Permission.BAN_MEMBERS),
                        Intents.GUILD_MODERATION,
                        type,
                        Map.of("guild_id", guild, "user", UserShape.of(it))));
    }

    private List<Delivery> about(UserId user, Function<User, Delivery> say) {
        return users.find(user).map(say).stream().toList();
    }

    private ObjectNode invite(Invite invite, View view) {
        var shape = Json.mapper().createObjectNode();
        shape.put("type", 0);
        shape.put("code", invite.code());
        shape.put("guild_id", view.guild().id().text());
        shape.put("channel_id", invite.channel().text());
        shape.put("created_at", invite.createdAt().toString());
        shape.put("max_age", invite.maxAgeS());
        shape.put("max_uses", invite.maxUses());
        shape.put("uses", invite.uses());
        shape.put("temporary", invite.temporary());
        var until = invite.expiresAt();
        shape.put("expires_at", until == null ? null : until.toString());
        if (invite.inviter() != null) {
            users.find(invite.inviter()).ifPresent(it -> shape.putPOJO("inviter", UserShape.of(it)));
        }
        return shape;
    }
}
