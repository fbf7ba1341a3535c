package chat.parley.guild;

import chat.parley.base.id.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The members of a guild in the order of their ids, immutable: a change makes a new table.
///
/// It is a list of sorted pages, so that a change in a guild of 50,000 copies one page and the list of pages
/// (some 4 kB) and shares the rest, and so that a page of the member list is a range and not a sort.
public final class MemberTable {
    static final MemberTable EMPTY = new MemberTable(new Member[0][], 0);

    private static final int PAGE_MAX = 256;

    private final Member[][] pages;
    private final int size;

    private MemberTable(Member[][] pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    /// @param members sorted by the id of the user, without doubles
    static MemberTable ofSorted(List<Member> members) {
        int filled = PAGE_MAX * 3 / 4;
        var pages = new ArrayList<Member[]>();
        for (int from = 0; from < members.size(); from += filled) {
            int to = Math.min(from + filled, members.size());
            pages.add(members.subList(from, to).toArray(new Member[0]));
        }
        return new MemberTable(pages.toArray(new Member[0][]), members.size());
    }

    public int size() {
        return size;
    }

    public @Nullable Member find(UserId user) {
        if (pages.length == 0) {
            return null;
        }
        var page = pages[pageOf(user.value())];
        int at = indexIn(page, user.value());
        return at < 0 ? null : page[at];
    }

    /// Up to `limit` members with ids above `after`, in the order of ids.
    public List<Member> page(long after, int limit) {
        var found = new ArrayList<Member>(Math.min(limit, size));
        for (int at = pages.length == 0 ? 0 : pageOf(after); at < pages.length; at++) {
            for (var member : pages[at]) {
                if (found.size() == limit) {
                    return found;
                }
                if (member.user().value() > after) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    public void forEach(Consumer<Member> action) {
        for (var page : pages) {
            for (var member : page) {
                action.accept(member);
            }
        }
    }

    /// Adds a member or puts them in the place of the one with the same user.
    MemberTable with(Member member) {
        if (pages.length == 0) {
            return ofSorted(List.of(member));
        }
        long user = member.user().value();
        int number = pageOf(user);
        var page = pages[number];
        int at = indexIn(page, user);
        if (at >= 0) {
            var changed = page.clone();
            changed[at] = member;
            return new MemberTable(replaced(number, changed), size);
        }
        var grown = inserted(page, -at - 1, member);
        var next = grown.length <= PAGE_MAX
                ? replaced(number, grown)
                : replaced(
                        number,
                        Arrays.copyOfRange(grown, 0, grown.length / 2),
                        Arrays.copyOfRange(grown, grown.length / 2, grown.length));
        return new MemberTable(next, size + 1);
    }

    MemberTable without(UserId user) {
        if (pages.length == 0) {
            return this;
        }
        int number = pageOf(user.value());
        var page = pages[number];
        int at = indexIn(page, user.value());
        if (at < 0) {
            return this;
        }
        var shrunk = new Member[page.length - 1];
        System.arraycopy(page, 0, shrunk, 0, at);
        System.arraycopy(page, at + 1, shrunk, at, shrunk.length - at);
        return new MemberTable(shrunk.length == 0 ? replaced(number) : replaced(number, shrunk), size - 1);
    }

    /// The last page that begins at or below the id, the first if there is none.
    private int pageOf(long user) {
        int low = 0;
        int high = pages.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages[middle][0].user().value() <= user) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// As [Arrays#binarySearch]: below zero when absent, and then `-place - 1`.
    private static int indexIn(Member[] page, long user) {
        int low = 0;
        int high = page.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = page[middle].user().value();
            if (there == user) {
                return middle;
            }
            if (there < user) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private static Member[] inserted(Member[] page, int at, Member member) {
        var grown = new Member[page.length + 1];
        System.arraycopy(page, 0, grown, 0, at);
        grown[at] = member;
        System.arraycopy(page, at, grown, at + 1, page.length - at);
        return grown;
    }

    private Member[][] replaced(int number, Member[]... by) {
        var next = new Member[pages.length - 1 + by.length][];
        System.arraycopy(pages, 0, next, 0, number);
        System.arraycopy(by, 0, next, number, by.length);
        System.arraycopy(pages, number + 1, next, number + by.length, pages.length - number - 1);
        return next;
    }
}
