/// The guards: what the shape of the code must be, checked like any other promise. `ArchitectureTest` looks at
/// compiled imports, `TidyTest` at source text; each rule is shown to fail on a small deliberate breach.
@NullMarked
package chat.parley.guard;

import org.jspecify.annotations.NullMarked;
