import Foundation
import Support
import Testing

/// What stands in Fixtures is what adgen writes today.
@Suite struct GoldenTests {
    @Test func everyGoldenIsUpToDate() throws {
        let result = try runProduct("adgen-bless", ["--check"])
        #expect(result.status == 0, "swift run adgen-bless accepts them\n\(result.output)\(result.errors)")
    }
}
