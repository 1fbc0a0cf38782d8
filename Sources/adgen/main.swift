import AdgenDriver
import Foundation

keepFreedMemory()
reportTrapsAsBugs()
exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
