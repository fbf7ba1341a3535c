/// Whether calls can reach people: what addresses browsers are told, a seat for each person who wants to try the ways
/// to the media server without being in a call, and the credentials by which `parley doctor` tries them from outside.
/// Nobody is ever heard by anybody else here.
@NullMarked
package chat.parley.voice.trial;

import org.jspecify.annotations.NullMarked;
