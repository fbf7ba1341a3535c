/// Looking for viruses in what is uploaded, by the ClamAV that the operator runs, if they run one.
@NullMarked
package chat.parley.file.scan;

import org.jspecify.annotations.NullMarked;
