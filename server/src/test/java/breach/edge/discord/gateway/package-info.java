/// Breaks a rule on purpose, so that `ArchitectureTest` can show that its rules bite.
@NullMarked
package breach.edge.discord.gateway;

import org.jspecify.annotations.NullMarked;
