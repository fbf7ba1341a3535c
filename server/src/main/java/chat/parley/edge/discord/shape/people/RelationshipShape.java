package chat.parley.edge.discord.shape.people;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.friend.Relation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What somebody else is to a person.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RelationshipShape(
        UserId id, int type, @JsonInclude(ALWAYS) @Nullable String nickname, UserShape user, Instant since) {

    public static List<RelationshipShape> of(Collection<Relation> relations, Users users) {
        var known = users.all(relations.stream().map(Relation::other).toList());
        return relations.stream()
                .filter(it -> known.containsKey(it.other()))
                .map(it -> new RelationshipShape(
                        it.other(),
                        it.kind().number(),
                        it.nick(),
                        UserShape.of(Objects.requireNonNull(known.get(it.other()))),
                        it.since()))
                .toList();
    }
}
