package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.event.Delivery;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a [Loop] is given to do. Tasks of one guild are done in order; those without a guild go before all
/// others.
sealed interface Task {
    long NO_GUILD = 0;

    /// The number of the guild.
    long lane();

    /// Says something in a guild.
    ///
    /// @param view the guild as it was when this happened; absent when that is no event of the guild, which
    ///     therefore has no place among its changes and is judged by what the loop knows
    /// @param only whose rights alone the event touched, if it did touch any
    record Say(
            Delivery delivery,
            @Nullable View view,
            @Nullable UserId only) implements Task {
        @Override
        public long lane() {
            return delivery.guild().value();
        }

        /// Whether it can be said together with an earlier one, which is for the same sessions then and whose guild
        /// has not changed since.
        boolean joins(Say earlier) {
            return only == null
                    && Objects.equals(view, earlier.view)
                    && delivery.audience().equals(earlier.delivery.audience());
        }
    }

    /// The guild's rules changed, and there is nothing more to say than what that does to each session's sight.
    record Look(View view) implements Task {
        @Override
        public long lane() {
            return view.guild().id().value();
        }
    }

    /// A new session takes its place in a guild: the cut between what READY tells and what follows.
    record Enter(Session session, View view) implements Task {
        @Override
        public long lane() {
            return view.guild().id().value();
        }
    }

    /// A user becomes a member while they have sessions.
    ///
    /// @param welcomes each session's GUILD_CREATE, or CHANNEL_CREATE for a conversation
    record Join(View view, Map<Session, List<Dispatch>> welcomes) implements Task {
        @Override
        public long lane() {
            return view.guild().id().value();
        }
    }

    /// A user is a member no more, or, without a user, the guild is no more.
    ///
    /// @param intents what a bot must have asked for to hear the farewell
    record Part(GuildId guild, @Nullable UserId user, Dispatch farewell, int intents) implements Task {
        @Override
        public long lane() {
            return guild.value();
        }
    }

    /// A session that has been shown these members of a large guild.
    record Watch(GuildId guild, Session session, long[] members) implements Task {
        @Override
        public long lane() {
            return guild.value();
        }
    }

    /// A session begins to exist; from now on it hears what concerns its user.
    record Arrive(Session session) implements Task {
        @Override
        public long lane() {
            return NO_GUILD;
        }
    }

    /// READY and what belongs to it, to be said when all cuts have been made.
    record Open(Session session, int cuts, List<Dispatch> opening) implements Task {
        @Override
        public long lane() {
            return NO_GUILD;
        }
    }

    /// Something for all sessions of one user.
    record Tell(UserId user, Dispatch dispatch) implements Task {
        @Override
        public long lane() {
            return NO_GUILD;
        }
    }

    /// Something for one session.
    record Answer(Session session, Dispatch dispatch) implements Task {
        @Override
        public long lane() {
            return NO_GUILD;
        }
    }

    /// A device was signed out.
    record Revoke(UserId user, EntityId login) implements Task {
        @Override
        public long lane() {
            return NO_GUILD;
        }
    }
}
