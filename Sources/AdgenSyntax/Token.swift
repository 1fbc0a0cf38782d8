package struct Token: Sendable {}

/// The identifiers of a run, shared by all its files.
package struct SymbolTable: Sendable {}
