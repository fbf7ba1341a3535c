package chat.parley.base.bus;

/// Something that happened and is durable (or, for presence and typing, true now). Features declare their own sealed
/// families.
public interface Event {}
