package chat.parley.edge.discord.rest.guild;

import chat.parley.base.id.RoleId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.member.Prune;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Removing members who are away: how many it would be, and doing it.
public final class PruneEndpoints {
    private final Prune prune;

    public PruneEndpoints(Prune prune) {
        this.prune = prune;
    }

    public Reply count(Request request) {
        int days = request.queryNumber("days", 1, Prune.DAYS_MAX, Prune.DAYS_USUAL);
        var terms = new Prune.Terms(days, listed(request.query("include_roles")));
        return told(prune.count(request.caller(), GuildEndpoints.id(request), terms));
    }

    public Reply run(Request request) {
        var body = Body.of(request);
        var days = body.number("days", 1, Prune.DAYS_MAX);
        boolean counted = body.flag("compute_prune_count", true);
        var roles = body.tree().path("include_roles").isString()
                ? listed(body.tree().path("include_roles").asString())
                : roles(body.ids("include_roles", Limits.ROLES_PER_GUILD_MAX));
        body.check();
        var terms = new Prune.Terms(days == null ? Prune.DAYS_USUAL : days, roles);
        int pruned = prune.run(request.caller(), GuildEndpoints.id(request), terms);
        return told(counted ? pruned : null);
    }

    private static Reply told(@Nullable Integer pruned) {
        return Reply.json(new LinkedHashMap<>(Collections.singletonMap("pruned", pruned)));
    }

    /// Ids with commas between them.
    private static Set<RoleId> listed(@Nullable String text) {
        return text == null
                ? Set.of()
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .map(RoleId::of)
                        .collect(Collectors.toSet());
    }

    private static Set<RoleId> roles(Collection<Long> ids) {
        var roles = new HashSet<RoleId>();
        ids.forEach(it -> roles.add(new RoleId(it)));
        return roles;
    }
}
