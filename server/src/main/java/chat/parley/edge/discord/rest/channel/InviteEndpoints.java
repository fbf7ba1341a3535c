package chat.parley.edge.discord.rest.channel;

import chat.parley.account.Users;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channels;
import chat.parley.channel.invite.InviteTerms;
import chat.parley.channel.invite.Invites;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.InviteShape;
import chat.parley.edge.discord.shape.reception.WelcomeShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Invite;
import chat.parley.reception.WelcomeScreens;
import java.util.List;
import java.util.function.ToIntFunction;

/// Invites: making, showing, accepting, taking back.
public final class InviteEndpoints {
    private final Invites invites;
    private final Guilds guilds;
    private final Channels channels;
    private final Users users;
    private final WelcomeScreens welcomes;
    private final ToIntFunction<GuildSnapshot> online;

    /// @param online counts the members who are online
    public InviteEndpoints(
            Invites invites,
            Guilds guilds,
            Channels channels,
            Users users,
            WelcomeScreens welcomes,
            ToIntFunction<GuildSnapshot> online) {
        this.invites = invites;
        this.guilds = guilds;
        this.channels = channels;
        this.users = users;
        this.welcomes = welcomes;
        this.online = online;
    }

    public Reply create(Request request) {
        var body = Body.of(request);
        var age = body.number("max_age", 0, InviteTerms.AGE_MAX_S);
        var uses = body.number("max_uses", 0, InviteTerms.USES_MAX);
        boolean temporary = body.flag("temporary", false);
        boolean unique = body.flag("unique", false);
        body.check();
        var terms = new InviteTerms(
                age == null ? InviteTerms.USUAL.maxAgeS() : age,
                uses == null ? InviteTerms.USUAL.maxUses() : uses,
                temporary,
                unique);
        return Reply.json(managed(invites.create(request.caller(), ChannelEndpoints.id(request), terms)));
    }

    public Reply ofChannel(Request request) {
        return managed(invites.in(request.caller(), ChannelEndpoints.id(request)));
    }

    public Reply ofGuild(Request request) {
        return managed(invites.in(request.caller(), GuildEndpoints.id(request)));
    }

    /// For anybody who knows the code, signed in or not.
    public Reply one(Request request) {
        var invite = invites.of(request.path("code"));
        return Reply.json(request.queryFlag("with_counts") ? counted(invite) : shape(invite));
    }

    public Reply accept(Request request) {
        return Reply.json(counted(invites.accept(request.caller(), request.path("code"))));
    }

    public Reply delete(Request request) {
        var invite = invites.of(request.path("code"));
        var shown = managed(invite);
        invites.delete(request.caller(), invite.code());
        return Reply.json(shown);
    }

    private Reply managed(List<Invite> found) {
        return Reply.json(found.stream().map(this::managed).toList());
    }

    private InviteShape managed(Invite invite) {
        return shape(invite).with(invite);
    }

    private InviteShape counted(Invite invite) {
        var guild = guilds.snapshot(invite.guild());
        return shape(invite).counted(guild.members().size(), online.applyAsInt(guild));
    }

    private InviteShape shape(Invite invite) {
        var channel = channels.find(invite.channel());
        if (channel == null) {
            throw Refusal.unknown(Thing.INVITE);
        }
        var inviter =
                invite.inviter() == null ? null : users.find(invite.inviter()).orElse(null);
        var welcome = welcomes.shown(invite.guild()).map(WelcomeShape::of).orElse(null);
        return InviteShape.of(invite, guilds.snapshot(invite.guild()), channel, inviter, welcome);
    }
}
