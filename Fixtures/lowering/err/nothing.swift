func count(_ n: Int) -> Int { n }
