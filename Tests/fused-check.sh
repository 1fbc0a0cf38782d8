#!/usr/bin/env bash
# Tests the runtime alone, optimized, with the trait FusedMultiplyAdd: the kernels and functions that the main build leaves out.
# Arguments go to `swift test`; `-Xswiftc -target-cpu -Xswiftc native` tests this machine's instructions.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/Sources" "$work/Tests/Support" "$work/Fixtures/data"
cp -R "$root/Sources/AdgenRuntime" "$work/Sources/"
cp -R "$root/Tests/AdgenRuntimeTests" "$work/Tests/"
cp "$root"/Tests/Support/{Files,Numbers}.swift "$work/Tests/Support/"
cp -R "$root/Fixtures/data/elementary" "$work/Fixtures/data/"
cat >"$work/Package.swift" <<'END'
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "adgen",
    platforms: [.macOS(.v15)],
    traits: ["FusedMultiplyAdd"],
    targets: [
        .target(name: "AdgenRuntime"),
        .target(name: "Support", path: "Tests/Support"),
        .testTarget(name: "AdgenRuntimeTests", dependencies: ["AdgenRuntime", "Support"]),
    ]
)
END
cd "$work"
swift test -c release --traits FusedMultiplyAdd "$@"
