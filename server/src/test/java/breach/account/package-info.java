/// Breaks a rule on purpose, so that `ArchitectureTest` can show that its rules bite.
@NullMarked
package breach.account;

import org.jspecify.annotations.NullMarked;
