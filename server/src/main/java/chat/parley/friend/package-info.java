/// What people are to each other: friends, requests that wait, people blocked, and what somebody notes about somebody.
/// Kept in memory for whoever turned up, because it is asked before each message in a conversation of two. Nobody is
/// told that they were blocked.
@NullMarked
package chat.parley.friend;

import org.jspecify.annotations.NullMarked;
