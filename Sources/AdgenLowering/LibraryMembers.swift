/// Names that members of the number and SIMD types have in Swift's libraries, types among them: a member of the files with such a name
/// competes, and inside an extension such a name alone means the member.
package enum LibraryMembers {
    /// Whether the type that Swift spells `type` has a member `name`.
    package static func contains(_ name: String, of type: String) -> Bool {
        switch type {
        case "Double", "Float": floating.contains(name)
        case "Int": integer.contains(name)
        case "Bool": logical.contains(name)
        default: type.hasPrefix("SIMD") && vector.contains(name)
        }
    }

    // Read from the interfaces of Swift and Foundation.

    private static let floating = words(
        """
        Exponent FloatLiteralType IntegerLiteralType Magnitude RawExponent RawSignificand SIMD16Storage SIMD2Storage
        SIMD32Storage SIMD4Storage SIMD64Storage SIMD8Storage SIMDMaskScalar Stride TangentVector addProduct
        addingProduct advanced binade bitPattern customMirror customPlaygroundQuickLook debugDescription description
        distance encode exponent exponentBitCount exponentBitPattern floatingPointClass formRemainder formSquareRoot
        formTruncatingRemainder formatted greatestFiniteMagnitude hash hashValue infinity isCanonical isEqual isFinite
        isInfinite isLess isLessThanOrEqualTo isNaN isNormal isSignMinus isSignalingNaN isSubnormal isTotallyOrdered
        isZero leastNonzeroMagnitude leastNormalMagnitude magnitude maximum maximumMagnitude minimum minimumMagnitude
        move nan negate nextDown nextUp pi quietNaN radix random remainder round rounded sign signalingNaN significand
        significandBitCount significandBitPattern significandWidth squareRoot truncatingRemainder ulp ulpOfOne write
        zero zeroTangentVectorInitializer
        """)

    private static let integer = words(
        """
        IntegerLiteralType Magnitude SIMD16Storage SIMD2Storage SIMD32Storage SIMD4Storage SIMD64Storage SIMD8Storage
        SIMDMaskScalar Stride Words addingReportingOverflow advanced bigEndian bitWidth byteSwapped codingKey
        customMirror customPlaygroundQuickLook description distance dividedReportingOverflow dividingFullWidth encode
        formatted hash hashValue isMultiple isSigned leadingZeroBitCount littleEndian magnitude max min
        multipliedFullWidth multipliedReportingOverflow negate nonzeroBitCount quotientAndRemainder random
        remainderReportingOverflow signum subtractingReportingOverflow trailingZeroBitCount words zero
        """)

    private static let logical = words(
        """
        BooleanLiteralType customMirror customPlaygroundQuickLook description encode hash hashValue random toggle
        """)

    private static let vector = words(
        """
        ArrayLiteralElement Mask MaskStorage Scalar addProduct addingProduct clamp clamped debugDescription description
        encode evenHalf formSquareRoot hash hashValue highHalf indices leadingZeroBitCount lowHalf max min
        nonzeroBitCount oddHalf one random replace replacing round rounded scalarCount squareRoot sum
        trailingZeroBitCount w wrappedSum x y z zero
        """)

    private static func words(_ text: String) -> Set<String> { Set(text.split { $0 == " " || $0 == "\n" }.map(String.init)) }
}
