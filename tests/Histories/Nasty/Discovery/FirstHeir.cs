namespace Nasty.Discovery;

// Trap: its base has the attribute, it has none, so it never runs.
public class FirstHeir : AbstractWithAttribute;
