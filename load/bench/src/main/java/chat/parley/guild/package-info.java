/// A large community, made in the package whose constructors nobody else sees.
@NullMarked
package chat.parley.guild;

import org.jspecify.annotations.NullMarked;
