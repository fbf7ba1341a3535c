/// Where the measured program's processor time goes: samples of Java's Flight Recorder by layer, and what the JVM's own
/// threads take besides, from `/proc`.
@NullMarked
package chat.parley.load.profile;

import org.jspecify.annotations.NullMarked;
