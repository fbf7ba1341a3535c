package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a guild is found, and whether it receives newcomers with more than an open door. Here is only what every join
/// and every look at the guild asks; what newcomers are shown and asked is kept by `reception`.
///
/// @param vanity the invite's code that the guild chose, in lower case
/// @param asksRules whether newcomers may only read until they accept the rules
/// @param welcomes whether newcomers are shown a screen of greeting
/// @param onboards whether newcomers choose what interests them
/// @param listed whether the guild stands in the node's directory
public record Reception(
        @Nullable String vanity, Widget widget, boolean asksRules, boolean welcomes, boolean onboards, boolean listed) {
    public static final Reception PLAIN = new Reception(null, Widget.OFF, false, false, false, false);

    /// What other sites may show of the guild.
    ///
    /// @param channel the channel to which the widget invites; absent when it invites nobody
    /// @param invite the code of that invite
    public record Widget(
            boolean enabled,
            @Nullable ChannelId channel,
            @Nullable String invite) {
        public static final Widget OFF = new Widget(false, null, null);
    }

    public Reception known(@Nullable String code) {
        return new Reception(code, widget, asksRules, welcomes, onboards, listed);
    }

    public Reception with(Widget other) {
        return new Reception(vanity, other, asksRules, welcomes, onboards, listed);
    }

    public Reception askingRules(boolean other) {
        return new Reception(vanity, widget, other, welcomes, onboards, listed);
    }

    public Reception welcoming(boolean other) {
        return new Reception(vanity, widget, asksRules, other, onboards, listed);
    }

    public Reception onboarding(boolean other) {
        return new Reception(vanity, widget, asksRules, welcomes, other, listed);
    }

    public Reception listed(boolean other) {
        return new Reception(vanity, widget, asksRules, welcomes, onboards, other);
    }

    /// Without a channel that is no more.
    Reception without(ChannelId channel) {
        return channel.equals(widget.channel()) ? with(new Widget(widget.enabled(), null, null)) : this;
    }

    /// What the guild has, by Discord's names. Every guild may choose a code.
    public List<String> features() {
        var features = new ArrayList<String>();
        if (listed) {
            features.add("DISCOVERABLE");
        }
        if (asksRules) {
            features.add("MEMBER_VERIFICATION_GATE_ENABLED");
        }
        features.add("VANITY_URL");
        if (welcomes) {
            features.add("WELCOME_SCREEN_ENABLED");
        }
        return features;
    }
}
