import Foundation

reportTrapsAsBugs()
exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
