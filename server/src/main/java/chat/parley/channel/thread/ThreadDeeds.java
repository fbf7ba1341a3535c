package chat.parley.channel.thread;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.channel.Channel;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of threads. What a message or the time does to one is no deed.
final class ThreadDeeds {
    private static final int PINNED = 1 << 1;

    private ThreadDeeds() {}

    static Deed created(Caller caller, Channel thread) {
        return deed(caller, DeedKind.THREAD_CREATE, thread, null, thread);
    }

    static Deed updated(Caller caller, Channel before, Channel after) {
        return deed(caller, DeedKind.THREAD_UPDATE, after, before, after);
    }

    static Deed deleted(Caller caller, Channel thread) {
        return deed(caller, DeedKind.THREAD_DELETE, thread, thread, null);
    }

    private static Deed deed(
            Caller caller, DeedKind kind, Channel thread, @Nullable Channel before, @Nullable Channel after) {
        boolean secret = thread.kind() == Channel.Kind.PRIVATE_THREAD;
        var changes = Changes.between(before, after)
                .tell("name", Channel::name)
                .tell("type", it -> it.kind().number())
                .tell("archived", it -> ThreadRules.state(it).archived())
                .tell("locked", it -> ThreadRules.state(it).locked())
                .tell("auto_archive_duration", it -> ThreadRules.state(it).autoArchiveMin())
                .tell("rate_limit_per_user", it -> it.details().slowmodeS())
                .tell("flags", it -> ThreadRules.state(it).pinned() ? PINNED : 0)
                .tell("invitable", it -> secret ? ThreadRules.state(it).invitable() : null)
                .tell("applied_tags", it -> tags(ThreadRules.state(it).tags()));
        return Deed.of(caller, thread.guild(), kind, thread.id()).changing(changes);
    }

    private static @Nullable List<String> tags(List<Long> tags) {
        return tags.isEmpty()
                ? null
                : tags.stream().map(it -> new EntityId(it).text()).toList();
    }
}
