package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Installation;
import chat.parley.bot.install.Installations;
import chat.parley.edge.discord.shape.bot.IntegrationShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A guild's list of what is installed.
public final class InstallEndpoints {
    private final Installations installations;
    private final Applications applications;
    private final Users users;

    public InstallEndpoints(Installations installations, Applications applications, Users users) {
        this.installations = installations;
        this.applications = applications;
        this.users = users;
    }

    public Reply list(Request request) {
        var found = installations.in(request.caller(), guild(request));
        return Reply.json(shown(found));
    }

    public Reply remove(Request request) {
        installations.remove(request.caller(), guild(request), UserId.of(request.path("integration")));
        return Reply.none();
    }

    private List<IntegrationShape> shown(List<Installation> found) {
        var known =
                applications.all(found.stream().map(Installation::application).toList());
        var people = users.all(found.stream()
                .flatMap(it -> Stream.of(it.application(), it.installedBy()))
                .toList());
        var shown = new ArrayList<IntegrationShape>();
        for (var it : found) {
            var application = known.get(it.application());
            if (application != null) {
                shown.add(IntegrationShape.of(it, application, people));
            }
        }
        return shown;
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }
}
