#!/usr/bin/env bash
# Shows that the build step behaves, on a copy of the user's package: what runs again, what is compiled again, and where errors show.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The package as it is now, without its build products.
mkdir "$work/adgen"
(cd "$root" && tar --exclude=.build --exclude=.git -cf - .) | tar -xf - -C "$work/adgen"
cd "$work/adgen/Fixtures/packages/user"
model=Sources/Model

fail() {
    echo "plugin-check: $1" >&2
    echo "--- the build said:" >&2
    cat "$work/log" >&2
    exit 1
}
build() { swift build >"$work/log" 2>&1 || fail "$1: the build failed"; }
says() { grep -qE "$1" "$work/log"; }
expect() { says "$1" || fail "$2"; }
refuse() { ! says "$1" || fail "$2"; }

compiles='Compiling [A-Za-z]+ .*\.swift'

build "a clean build"
expect 'Differentiating Model' "a clean build does not run adgen"
[ "$(.build/debug/App)" = "amplitude 2.0, rate 0.5" ] || fail "the fit is wrong"

build "the second build"
refuse "$compiles" "the second build compiles something"
build "the third build"
refuse "$compiles|Differentiating|Linking" "the third build runs something"

sed -i.bak '1s|^|// A comment that moves every line.\n|' $model/Loss.swift && rm $model/Loss.swift.bak
build "a comment added"
[ "$(grep -c 'Differentiating' "$work/log")" = 1 ] || fail "a comment does not run adgen once"
expect 'Compiling Model Loss.swift' "a comment does not compile its file"
refuse 'Compiling Model (Area|.*Derivatives)' "a comment compiles other files"

sed -i.bak 's|^public func area|// adgen: gradient\npublic func area|' $model/Area.swift && rm $model/Area.swift.bak
echo 'print("slope", areaGradient(0.5) == 2 * Double.pi * 0.5)' >>Sources/App/main.swift
build "a first directive"
.build/debug/App | grep -q 'slope true' || fail "the first directive of a file is not seen"

cp $model/Area.swift "$work/Area.swift"
printf 'public func bad(_ x: Double) -> Double {\n    var y = x\n    while y < 10 { y *= 2 }\n    return y\n}\n' |
    sed '1s|^|// adgen: gradient\n|' >>$model/Area.swift
line=$(grep -n 'while y' $model/Area.swift | cut -d: -f1)
if swift build >"$work/log" 2>&1; then fail "an error in a user's function does not fail the build"; fi
expect "user/$model/Area.swift:$line:5: error: " "an error does not show at the user's file and line"
cp "$work/Area.swift" $model/Area.swift
build "the error mended"

swift test >"$work/log" 2>&1 || fail "the user's tests fail"
expect 'Test run with [0-9]+ tests.* passed' "the user's tests did not run"

# The command plugin, for those who commit what is emitted.
adgen() { swift package --allow-writing-to-package-directory adgen "$@" >"$work/log" 2>&1; }
adgen --target Model || fail "swift package adgen fails"
cmp -s $model/Loss+Derivatives.swift .build/plugins/outputs/user/Model/destination/AdgenPlugin/Loss+Derivatives.swift ||
    fail "the command plugin does not write what the build tool plugin writes"
adgen --target Model --check || fail "what was just written is out of date"
echo >>$model/Loss+Derivatives.swift
if adgen --target Model --check; then fail "an output that was changed passes as up to date"; fi
rm $model/*+Derivatives.swift

# Emitted tests pass where the derivatives are right, and fail where somebody has changed a sign in them.
adgen --target Model --tests ModelTests || fail "swift package adgen writes no tests"
swift test >"$work/log" 2>&1 || fail "the emitted tests fail"
expect 'Test "spring by .*" with 3 test cases passed' "the emitted tests did not run"
adgen --target Model || fail "swift package adgen fails"
sed -i.bak 's|(name: "Model", plugins: .*),$|(name: "Model"),|' Package.swift
grep -q 'name: "Model"),' Package.swift || fail "the build tool plugin is still there"
broken=$model/Spring+Derivatives.swift
sed -i.bak 's|+ direction\.place\.y \*|- direction.place.y *|' $broken
if cmp -s $broken $broken.bak; then fail "no sign was changed"; fi
rm $broken.bak
if swift test >"$work/log" 2>&1; then fail "the emitted tests pass though a sign is wrong"; fi
expect 'Test "spring by .*" recorded an issue' "no emitted test says what is wrong"
refuse 'Test "decayLoss by .*" recorded an issue' "an emitted test of another function fails"

echo "plugin-check: builds, comment, first directive, error, tests, command, emitted tests: all as they should be"
