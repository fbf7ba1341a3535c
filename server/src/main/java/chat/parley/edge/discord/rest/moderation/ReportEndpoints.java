package chat.parley.edge.discord.rest.moderation;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.moderation.OwnReportShape;
import chat.parley.edge.discord.shape.moderation.ReportShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.moderation.report.Report;
import chat.parley.moderation.report.Report.Handling;
import chat.parley.moderation.report.Report.State;
import chat.parley.moderation.report.Reports;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reports to moderators; routes of our own.
public final class ReportEndpoints {
    private static final int PAGE_MAX = 100;
    private static final int PAGE_USUAL = 50;

    private final Reports reports;
    private final Users users;

    public ReportEndpoints(Reports reports, Users users) {
        this.reports = reports;
        this.users = users;
    }

    public Reply message(Request request) {
        var channel = ChannelId.of(request.path("channel"));
        var message = MessageId.of(request.path("message"));
        reports.file(request.caller(), channel, message, reason(request));
        return Reply.none();
    }

    public Reply member(Request request) {
        reports.file(request.caller(), guild(request), UserId.of(request.path("user")), reason(request));
        return Reply.none();
    }

    public Reply own(Request request) {
        var page = reports.own(request.caller(), before(request), limit(request));
        return Reply.json(Map.of(
                "reports",
                page.stream().map(OwnReportShape::of).toList(),
                "users",
                people(page.stream().map(Report::about).toList())));
    }

    public Reply list(Request request) {
        boolean open = !"closed".equals(request.query("state"));
        var page = reports.page(request.caller(), guild(request), open, before(request), limit(request));
        var named = new ArrayList<UserId>();
        for (var report : page) {
            named.add(report.reporter());
            named.add(report.about());
        }
        return Reply.json(Map.of("reports", page.stream().map(ReportShape::of).toList(), "users", people(named)));
    }

    private List<UserShape> people(List<UserId> named) {
        return users.all(List.copyOf(new LinkedHashSet<>(named))).values().stream()
                .map(UserShape::of)
                .toList();
    }

    private static long before(Request request) {
        String before = request.query("before");
        return before == null ? Long.MAX_VALUE : Id.parse(before);
    }

    private static int limit(Request request) {
        return request.queryNumber("limit", 1, PAGE_MAX, PAGE_USUAL);
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var id = EntityId.of(request.path("report"));
        Report changed = reports.handle(request.caller(), guild(request), id, now -> changed(now, body));
        return Reply.json(ReportShape.of(changed));
    }

    private static Handling changed(Handling now, Body body) {
        var assignee = body.id("assignee_id");
        String outcome = body.text("outcome", 0, Limits.REPORT_MAX_CHARS);
        var after = new Handling(
                state(now.state(), body),
                !body.has("assignee_id") ? now.assignee() : assignee == null ? null : new UserId(assignee),
                body.has("outcome") ? outcome : now.outcome(),
                now.closedBy(),
                now.closedAt());
        body.check();
        return after;
    }

    private static State state(State now, Body body) {
        String wanted = body.text("state", 1, 16);
        if (wanted == null) {
            return now;
        }
        for (var state : State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return state;
            }
        }
        body.wrong("state", "BASE_TYPE_CHOICES", "Value must be one of open, resolved, dismissed.");
        return now;
    }

    private static String reason(Request request) {
        var body = Body.of(request);
        String reason = body.requiredText("reason", 1, Limits.REPORT_MAX_CHARS);
        body.check();
        return reason;
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }
}
