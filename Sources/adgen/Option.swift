import AdgenIR

/// The options of the command line: the one table behind the parser, the help and the nearest match.
enum Option: String, CaseIterable {
    case output = "--output"
    case function = "--function"
    case wrt = "--wrt"
    case product = "--product"
    case order = "--order"
    case emit = "--emit"
    case module = "--module"
    case dumpAfter = "--dump-after"
    case check = "--check"
    case at = "--at"
    case checkOutput = "--check-output"
    case context = "--context"
    case directivesOnly = "--directives-only"
    case templates = "--templates"
    case diagnostics = "--diagnostics"
    case store = "--store"
    case budget = "--budget"
    case checkpoint = "--checkpoint"
    case noSimplify = "--no-simplify"
    case verify = "--verify"
    case version = "--version"
    case help = "--help"

    init?(spelling: String) {
        switch spelling {
        case "-o": self = .output
        case "-h": self = .help
        default: self.init(rawValue: spelling)
        }
    }

    /// What the help calls the option's value; nil where it takes none.
    var placeholder: String? {
        switch self {
        case .output, .context, .checkOutput: "FILE"
        case .function, .module: "NAME"
        case .wrt: "a,b"
        case .product: "PRODUCT"
        case .order: "K"
        case .emit: "FORM"
        case .dumpAfter: "PASS"
        case .at: "f:a=1,b=2"
        case .store: StoragePolicy.allCases.map(\.rawValue).joined(separator: "|")
        case .budget: "BYTES"
        case .checkpoint: "segments=N|segments=auto|binomial=S"
        case .templates: "DIR"
        case .diagnostics: "text|json"
        case .check, .directivesOnly, .noSimplify, .verify, .version, .help: nil
        }
    }

    /// As the help shows it: `-o, --output FILE`.
    var usage: String {
        let short =
            switch self {
            case .output: "-o, "
            case .help: "-h, "
            default: ""
            }
        return short + rawValue + (placeholder.map { " \($0)" } ?? "")
    }
}
