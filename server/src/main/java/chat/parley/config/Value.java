package chat.parley.config;

/// What somebody wrote, and where: that is what a complaint must name.
///
/// @param place completes "… in": `parley.conf line 3`, `the environment variable PARLEY_PORT`, `the default`
record Value(String text, String place) {}
