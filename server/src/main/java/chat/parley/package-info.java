/// The program: [chat.parley.Main] reads the command line, [chat.parley.App] wires stores, features and edges in
/// reading order.
@NullMarked
package chat.parley;

import org.jspecify.annotations.NullMarked;
