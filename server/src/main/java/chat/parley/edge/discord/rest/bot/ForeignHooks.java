package chat.parley.edge.discord.rest.bot;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns what others' webhooks send, Slack's and GitHub's, into a message of ours.
final class ForeignHooks {
    private static final int COMMITS_SHOWN = 5;
    private static final int TITLE_MAX = 250;
    private static final int TEXT_MAX = 1_000;
    private static final int HEX = 16;
    private static final Set<String> TOLD_ISSUES = Set.of("opened", "closed", "reopened");
    private static final Set<String> FAILED = Set.of("failure", "timed_out", "cancelled", "action_required");
    private static final Map<String, Integer> COLOURS =
            Map.of("good", 0x2EB67D, "warning", 0xECB22E, "danger", 0xE01E5A);

    private ForeignHooks() {}

    /// <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>, as far as it is text.
    static ObjectNode slack(Body body) {
        var message = Json.mapper().createObjectNode();
        String text = body.text("text", 0, Limits.MESSAGE_MAX_CHARS);
        message.put("content", text == null ? "" : plain(text));
        copy(body.tree(), "username", message, "username");
        copy(body.tree(), "icon_url", message, "avatar_url");
        var embeds = message.putArray("embeds");
        for (var attachment : body.objects("attachments", Limits.EMBEDS_MAX)) {
            embed(attachment.tree(), embeds.addObject());
        }
        body.check();
        return message;
    }

    private static void embed(JsonNode from, ObjectNode to) {
        String fallback = from.path("fallback").asString("");
        String text = from.path("text").asString(fallback);
        to.put("description", cut(plain(text.isEmpty() ? "\u200b" : text), TEXT_MAX));
        copy(from, "title", to, "title");
        copy(from, "title_link", to, "url");
        if (from.path("image_url").isString()) {
            to.putObject("image").set("url", from.path("image_url"));
        }
        if (from.path("author_name").isString()) {
            to.putObject("author").put("name", cut(from.path("author_name").asString(), TITLE_MAX));
        }
        String colour = from.path("color").asString("");
        to.put("color", COLOURS.getOrDefault(colour, colour(colour)));
        var fields = to.putArray("fields");
        for (var field : from.path("fields")) {
            if (fields.size() < Limits.EMBED_FIELDS_MAX) {
                fields.addObject()
                        .put("name", cut(field.path("title").asString("\u200b"), TITLE_MAX))
                        .put("value", cut(plain(field.path("value").asString("\u200b")), TEXT_MAX))
                        .put("inline", field.path("short").asBoolean(false));
            }
        }
    }

    /// <https://docs.github.com/webhooks/webhook-events-and-payloads>
    ///
    /// @return what to say; `null` for events that are not told
    static @Nullable ObjectNode github(String event, JsonNode body) {
        var message = Json.mapper().createObjectNode();
        var sender = body.path("sender");
        message.put("username", "GitHub");
        var embed = message.putArray("embeds").addObject();
        String repository = body.path("repository").path("full_name").asString("");
        String action = body.path("action").asString("");
        boolean told = switch (event) {
            case "push" -> push(body, repository, embed);
            case "issues" ->
                TOLD_ISSUES.contains(action) && about(body.path("issue"), "Issue " + action, repository, embed);
            case "pull_request" ->
                TOLD_ISSUES.contains(action)
                        && about(body.path("pull_request"), "Pull request " + action, repository, embed);
            case "issue_comment" -> comment(body, repository, embed);
            case "release" -> action.equals("published") && about(body.path("release"), "Release", repository, embed);
            case "create", "delete" -> reference(event, body, repository, embed);
            case "pull_request_review" -> review(body, repository, embed);
            case "commit_comment" -> commitComment(body, repository, embed);
            case "discussion" ->
                TOLD_ISSUES.contains(action)
                        && about(body.path("discussion"), "Discussion " + action, repository, embed);
            case "star", "watch" ->
                (action.equals("created") || action.equals("started"))
                        && title(embed, "[" + repository + "] New star", body.path("repository"));
            case "public" -> title(embed, "[" + repository + "] Now open sourced", body.path("repository"));
            case "member" ->
                title(
                        embed,
                        "[" + repository + "] Collaborator " + action + ": "
                                + body.path("member").path("login").asString(""),
                        body.path("member"));
            case "check_run" -> checked(body.path("check_run"), action, repository, embed);
            case "fork" -> about(body.path("forkee"), "Forked", repository, embed);
            case "ping" -> title(embed, "[" + repository + "] This webhook works", body.path("repository"));
            default -> false;
        };
        if (!told) {
            return null;
        }
        if (sender.path("login").isString()) {
            var author =
                    embed.putObject("author").put("name", sender.path("login").asString());
            copy(sender, "html_url", author, "url");
            copy(sender, "avatar_url", author, "icon_url");
        }
        return message;
    }

    private static boolean push(JsonNode body, String repository, ObjectNode embed) {
        var commits = body.path("commits");
        if (commits.isEmpty()) {
            return false;
        }
        String branch = body.path("ref").asString("").replaceFirst("^refs/heads/", "");
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(commits.size(), COMMITS_SHOWN); i++) {
            var commit = commits.path(i);
            String first =
                    commit.path("message").asString("").lines().findFirst().orElse("");
            String id = commit.path("id").asString("");
            text.append("`")
                    .append(id, 0, Math.min(id.length(), 7))
                    .append("` ")
                    .append(cut(first, 100))
                    .append('\n');
        }
        embed.put("description", cut(text.toString(), TEXT_MAX));
        embed.put("title", cut("[" + repository + ":" + branch + "] " + commits.size() + " new commits", TITLE_MAX));
        copy(body, "compare", embed, "url");
        return true;
    }

    private static boolean about(JsonNode it, String what, String repository, ObjectNode embed) {
        String name = it.path("title")
                .asString(it.path("name").asString(it.path("full_name").asString("")));
        String number = it.path("number").isNumber() ? " #" + it.path("number").asInt(0) : "";
        String body = it.path("body").asString("");
        if (!body.isEmpty()) {
            embed.put("description", cut(body, TEXT_MAX));
        }
        return title(embed, "[" + repository + "] " + what + number + ": " + name, it);
    }

    private static boolean comment(JsonNode body, String repository, ObjectNode embed) {
        embed.put("description", cut(body.path("comment").path("body").asString("\u200b"), TEXT_MAX));
        String number = "#" + body.path("issue").path("number").asInt(0);
        String title = body.path("issue").path("title").asString("");
        return title(embed, "[" + repository + "] New comment on " + number + ": " + title, body.path("comment"));
    }

    private static boolean review(JsonNode body, String repository, ObjectNode embed) {
        var review = body.path("review");
        String text = review.path("body").asString("");
        if (!text.isEmpty()) {
            embed.put("description", cut(text, TEXT_MAX));
        }
        String what = review.path("state").asString("submitted").replace('_', ' ');
        var request = body.path("pull_request");
        String title = "#" + request.path("number").asInt(0) + ": "
                + request.path("title").asString("");
        return title(embed, "[" + repository + "] Pull request review " + what + " " + title, review);
    }

    private static boolean commitComment(JsonNode body, String repository, ObjectNode embed) {
        var comment = body.path("comment");
        String commit = comment.path("commit_id").asString("");
        embed.put("description", cut(comment.path("body").asString("\u200b"), TEXT_MAX));
        String shortly = commit.substring(0, Math.min(commit.length(), 7));
        return title(embed, "[" + repository + "] New comment on commit `" + shortly + "`", comment);
    }

    /// Only what failed is told; the rest would drown everything else.
    private static boolean checked(JsonNode run, String action, String repository, ObjectNode embed) {
        String conclusion = run.path("conclusion").asString("");
        if (!action.equals("completed") || !FAILED.contains(conclusion)) {
            return false;
        }
        embed.put("color", COLOURS.getOrDefault("danger", 0));
        return title(
                embed,
                "[" + repository + "] " + run.path("name").asString("Check") + " " + conclusion.replace('_', ' '),
                run);
    }

    private static boolean reference(String event, JsonNode body, String repository, ObjectNode embed) {
        String kind = body.path("ref_type").asString("reference");
        String name = body.path("ref").asString("");
        String deed = event.equals("create") ? "created" : "deleted";
        return title(embed, "[" + repository + "] " + kind + " " + deed + ": " + name, body.path("repository"));
    }

    private static boolean title(ObjectNode embed, String text, JsonNode linked) {
        embed.put("title", cut(text, TITLE_MAX));
        copy(linked, "html_url", embed, "url");
        return true;
    }

    private static void copy(JsonNode from, String field, ObjectNode to, String name) {
        if (from.path(field).isString() && !from.path(field).asString().isBlank()) {
            to.put(name, cut(from.path(field).asString(), Limits.URL_MAX_CHARS));
        }
    }

    /// Slack writes links as `<https://…|text>`.
    private static String plain(String text) {
        return text.replaceAll("<(https?://[^|>]{1,2000})\\|([^>]{1,500})>", "[$2]($1)")
                .replaceAll("<(https?://[^|>]{1,2000})>", "$1")
                .replace("<!channel>", "@everyone")
                .replace("<!here>", "@here");
    }

    private static int colour(String text) {
        try {
            return Integer.parseInt(text.replaceFirst("^#", ""), HEX) & 0xFFFFFF;
        } catch (NumberFormatException notAColour) {
            return 0;
        }
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
