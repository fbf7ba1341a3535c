package chat.parley.bot.install;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;

/// Somebody took an application for themselves.
public record OwnInstalled(UserId application, UserId person) implements Event {}
