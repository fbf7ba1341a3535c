package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.permission.Overwrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel that somebody wants to make.
///
/// @param position absent for the end of the list
/// @param overwrites absent to take over those of the parent
public record ChannelDraft(
        Channel.Kind kind,
        String name,
        @Nullable ChannelId parent,
        @Nullable Integer position,
        Channel.Details details,
        @Nullable List<Overwrite> overwrites) {

    public static ChannelDraft of(Channel.Kind kind, String name) {
        return new ChannelDraft(kind, name, null, null, Channel.Details.PLAIN, null);
    }

    public static ChannelDraft of(Channel.Kind kind, String name, ChannelId parent) {
        return new ChannelDraft(kind, name, parent, null, Channel.Details.PLAIN, null);
    }
}
