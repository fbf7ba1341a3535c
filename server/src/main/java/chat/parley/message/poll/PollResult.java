package chat.parley.message.poll;

import chat.parley.base.json.Json;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.rich.Embeds;
import chat.parley.message.rich.Origin;
import chat.parley.message.rich.Poll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// What the message holds that tells how a poll ended: the poll itself, and an embed whose fields clients read
/// (<https://discord.com/developers/docs/resources/message#embed-fields-by-embed-type-poll-result-embed-fields>).
final class PollResult {
    private PollResult() {}

    static Extras of(Message message, Poll poll, Tally tally) {
        var embed = Json.mapper().createObjectNode();
        embed.put("type", "poll_result");
        var fields = embed.putArray("fields");
        field(fields, "poll_question_text", poll.question());
        field(fields, "total_votes", Integer.toString(tally.total()));
        var winner = winner(poll, tally);
        if (winner != null) {
            field(fields, "victor_answer_votes", Integer.toString(tally.of(winner.id())));
            field(fields, "victor_answer_id", Integer.toString(winner.id()));
            field(fields, "victor_answer_text", winner.text());
        } else {
            field(fields, "victor_answer_votes", Integer.toString(most(poll, tally)));
        }
        var origin = new Origin(Origin.TOLD, message.guild(), message.channel(), message.id());
        return Extras.NONE.with(new Embeds(List.of(embed))).from(origin, null);
    }

    /// Absent when nobody voted or several answers share the first place.
    private static Poll.@Nullable Answer winner(Poll poll, Tally tally) {
        int most = most(poll, tally);
        var first =
                poll.answers().stream().filter(it -> tally.of(it.id()) == most).toList();
        return most == 0 || first.size() != 1 ? null : first.getFirst();
    }

    private static int most(Poll poll, Tally tally) {
        return poll.answers().stream()
                .map(it -> tally.of(it.id()))
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private static void field(ArrayNode fields, String name, String value) {
        fields.addObject().put("name", name).put("value", value).put("inline", false);
    }
}
