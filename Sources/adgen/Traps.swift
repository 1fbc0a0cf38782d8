import Foundation

/// A trap inside adgen is a bug of adgen's: says so and leaves with the exit code for bugs. The runtime has already
/// printed its own message. Only what a signal handler may do: write and leave.
func reportTrapsAsBugs() {
    // A stack of its own, so that an overflown one is reported too.
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = numericCast(size)
    sigaltstack(&stack, nil)
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { _ in
        let message: StaticString =
            "adgen: this is a bug of adgen's, not of your program; nothing was written. Please report it with the input.\n"
        _ = write(2, message.utf8Start, message.utf8CodeUnitCount)
        _exit(ExitCode.bug.rawValue)
    }
    #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = handler
    #else
        action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = SA_ONSTACK
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { sigaction(signal, &action, nil) }
}
