/// Recording calls with the consent of everybody present: who is asked and who agreed, one file for each voice and each
/// picture, a mix of the voices, the store of what was recorded and its end. Nobody is recorded, heard or seen before
/// they agreed; who does not want it ends it. Bots are never recorded.
@NullMarked
package chat.parley.voice.record;

import org.jspecify.annotations.NullMarked;
