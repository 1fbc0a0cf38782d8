import AdgenIR
import Testing

struct TextTableTests {
    @Test func textsComeBack() {
        let texts = ["x", "", "größe", "a message of some length", "x"]
        var table = TextTable()
        for text in texts { table.append(text) }
        #expect(table.indices.map { table[$0] } == texts)
        #expect(table.firstIndex(of: "x") == 0 && table.firstIndex(of: "") == 1 && table.firstIndex(of: "y") == nil)
        #expect(table == ["x", "", "größe", "a message of some length", "x"] && table != ["x", "größe"])
        // The same bytes, cut elsewhere.
        #expect((["ab", "c"] as TextTable) != ["a", "bc"])
    }

    @Test func copiesGoTheirOwnWays() {
        var table: TextTable = ["a"]
        var copy = table
        #expect(copy.isSame(as: table))
        table.append("b")
        copy.append("c")
        #expect(table == ["a", "b"] && copy == ["a", "c"] && !copy.isSame(as: table))
    }
}
