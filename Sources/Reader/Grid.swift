/// The cells of a screen.
public struct Grid: Sendable {}
