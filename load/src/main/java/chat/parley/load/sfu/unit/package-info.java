/// Programs that forward calls, each in a process of its own: ours and those that `load/peers/sfu.sh` fetches. Their
/// participants are the same clients of ours, which offer one SRTP profile, so all of them do the same work.
@NullMarked
package chat.parley.load.sfu.unit;

import org.jspecify.annotations.NullMarked;
