/// Operands that do not fit an op.
package struct TypeError: Error, Sendable {
    package let reason: String
    package init(_ reason: String) { self.reason = reason }
}

extension Op {
    /// The type of the result by the op's rule: nil for an op without exactly one result. Structural ops are typed by
    /// `Builder` and `verify`, which see their regions and callees.
    package func resultType(operandCount: Int, type: (Int) -> ValueType) throws(TypeError) -> ValueType? {
        func expect(_ count: Int) throws(TypeError) {
            if operandCount != count { throw TypeError("takes \(count) operands, got \(operandCount)") }
        }
        switch typeRule {
        case .float(let arity):
            try expect(arity)
            return try elementwise(0..<arity, type)
        case .double:
            try expect(1)
            guard type(0).element == .f64, !type(0).isArray else { throw TypeError("takes an f64, got \(type(0))") }
            return type(0)
        case .floatTest:
            try expect(1)
            guard type(0).isFloat, !type(0).isArray else { throw TypeError("takes a float, got \(type(0))") }
            return type(0).with(.bool)
        case .comparison:
            try expect(2)
            if type(0).isTensor || type(1).isTensor { return try elementwise(0..<2, type) }
            guard type(0) == type(1), !type(0).isArray else { throw TypeError("compares \(type(0)) with \(type(1))") }
            return type(0).with(.bool)
        case .select:
            try expect(3)
            if type(0).isTensor { return try elementwise(0..<3, type) }
            guard type(0) == type(1).with(.bool), type(1) == type(2), !type(1).isArray else {
                throw TypeError("chooses by \(type(0)) between \(type(1)) and \(type(2))")
            }
            return type(1)
        case .splat:
            try expect(1)
            guard case .splat(let lanes) = self, lanes > 1, !type(0).isArray, !type(0).isWide else {
                throw TypeError("cannot repeat \(type(0))")
            }
            return ValueType(type(0).element, lanes: lanes)
        case .pair:
            try expect(2)
            guard type(0).isFloat, !type(0).isArray, !type(0).isWide, type(1) == type(0) else {
                throw TypeError("cannot pair \(type(0)) and \(type(1))")
            }
            return ValueType(type(0).element, lanes: 2)
        case .lane:
            try expect(1)
            guard case .lane(let lane) = self, lane >= 0, lane < Int32(type(0).lanes), type(0).isWide else {
                throw TypeError("\(type(0)) has no such lane")
            }
            return ValueType(type(0).element)
        case .integer:
            guard case .integer(let operation) = self else { throw TypeError("is no integer operation") }
            try expect(operation == .negate || operation == .magnitude ? 1 : 2)
            for index in 0..<operandCount where type(index) != .int { throw TypeError("takes ints, got \(type(index))") }
            return type(0)
        case .not:
            try expect(1)
            guard type(0).element == .bool, !type(0).isArray else { throw TypeError("takes a bool, got \(type(0))") }
            return type(0)
        case .convert:
            try expect(1)
            guard case .convert(let element) = self, type(0).element != .bool, !type(0).isArray, element != .bool else {
                throw TypeError("cannot convert \(type(0))")
            }
            return type(0).with(element)
        case .constant:
            try expect(0)
            guard case .constant(let scalar) = self else { throw TypeError("has no value") }
            return ValueType(scalar.element)
        case .count, .element, .zeros, .addAt, .arrays:
            return try arrayResultType(operandCount: operandCount, type)
        case .tensor(let rule):
            return try tensorResultType(rule, operandCount: operandCount, type)
        case .check, .conditional, .loop, .call:
            return nil
        }
    }

    /// Of numbers and tensors of one element and one form.
    private func elementwise(_ operands: Range<Int>, _ type: (Int) -> ValueType) throws(TypeError) -> ValueType {
        var result = type(operands.lowerBound)
        for index in operands {
            let next = type(index)
            guard next.isFloat, !next.isAccumulated else { throw TypeError("takes floats, got \(next)") }
            let mixesLanes =
                next.lanes != result.lanes && (kind == .other || next.isWide == result.isWide || next.isArray || result.isArray)
            if next.element != result.element || mixesLanes || next.isTensor && result.isTensor && next != result {
                throw TypeError("mixes \(result) and \(next)")
            }
            if next.isTensor || next.isWide { result = next }
        }
        return result
    }

    /// The same for ops on tensors alone.
    private func tensorResultType(
        _ rule: TensorRule, operandCount: Int, _ type: (Int) -> ValueType
    ) throws(TypeError) -> ValueType {
        func expect(_ forms: ValueType.Form..., extents: Int = 0) throws(TypeError) { try expect(forms, extents: extents) }
        func expect(_ forms: [ValueType.Form], extents: Int) throws(TypeError) {
            guard operandCount == forms.count + extents else {
                throw TypeError("takes \(forms.count + extents) operands, got \(operandCount)")
            }
            for (index, form) in forms.enumerated() where !type(0).isFloat || type(index) != type(0).with(form) {
                throw TypeError("takes no \(type(index)) as operand \(index)")
            }
            for index in forms.count..<operandCount where type(index) != .int { throw TypeError("takes ints, got \(type(index))") }
        }
        switch rule {
        case .extent:
            try expect(.matrix)
            return .int
        case .broadcast:
            try expect(.scalar, extents: operandCount == 3 ? 2 : 1)
            return type(0).with(operandCount == 3 ? .matrix : .vector)
        case .spread:
            try expect(.vector, extents: 1)
            return type(0).with(.matrix)
        case .sum:
            try expect(operandCount == 1 && type(0).form == .matrix ? .matrix : .vector)
            return type(0).with(.scalar)
        case .sumAlong:
            try expect(.matrix)
            return type(0).with(.vector)
        case .same:
            try expect(operandCount == 1 && type(0).form == .matrix ? .matrix : .vector)
            return type(0)
        case .dot:
            try expect(.vector, .vector)
            return type(0).with(.scalar)
        case .outer:
            try expect(.vector, .vector)
            return type(0).with(.matrix)
        case .transposed:
            try expect(.matrix)
            return type(0)
        case .product:
            guard case .matmul(let transposition) = self else { throw TypeError("is no product") }
            let takesVector = operandCount == 2 && type(1).form == .vector && !transposition.isRight
            try expect(.matrix, takesVector ? .vector : .matrix)
            return type(1)
        case .indexed(let count):
            guard operandCount == count + 1, type(count) == ValueType(.int, .array) else { throw TypeError("takes an array of ints last") }
            for index in 0..<count where !type(0).isFloat || type(index) != type(0).with(.matrix) {
                throw TypeError("takes no \(type(index)) as operand \(index)")
            }
            return type(0)
        case .bounded:
            try expect([operandCount > 0 && type(0).form == .matrix ? .matrix : .vector, .scalar, .scalar], extents: 0)
            return type(0)
        case .likes(let count, let ints):
            let form: ValueType.Form = operandCount > 0 && type(0).form == .matrix ? .matrix : .vector
            try expect(Array(repeating: form, count: count), extents: ints)
            return type(0)
        case .forms(let forms, let ints, let result):
            try expect(forms, extents: ints)
            return type(0).with(result)
        }
    }

    /// The same for ops on arrays.
    private func arrayResultType(operandCount: Int, _ type: (Int) -> ValueType) throws(TypeError) -> ValueType {
        func expect(_ count: Int) throws(TypeError) {
            if operandCount != count { throw TypeError("takes \(count) operands, got \(operandCount)") }
        }
        func expectArray(_ index: Int, orTensor form: ValueType.Form? = nil) throws(TypeError) -> ValueType {
            let type = type(index)
            guard type.isFloat, type.isAccumulated || type.form == form || form == .matrix && type.isTensor else {
                throw TypeError("takes an array of floats, got \(type)")
            }
            return type
        }
        switch typeRule {
        case .zeros:
            try expect(1)
            guard case .zeros(let element) = self, element.isFloat, type(0) == .int else { throw TypeError("takes an int, got \(type(0))") }
            return ValueType(element, .array)
        case .addAt:
            try expect(2)
            let array = try expectArray(0, orTensor: .vector)
            guard type(1) == ValueType(array.element) else { throw TypeError("adds \(type(1)) to an element of \(array)") }
            return array
        case .arrays(let arity):
            try expect(arity)
            let array = try expectArray(0, orTensor: arity == 1 ? .matrix : nil)
            for index in 1..<Swift.max(arity, 1) where type(index) != array { throw TypeError("mixes \(array) and \(type(index))") }
            return array
        default:
            try expect(1)
            if typeRule == .count, type(0).isTensor, type(0).isFloat { return .int }
            if type(0) == ValueType(.int, .array) { return .int }
            let array = try expectArray(0, orTensor: typeRule == .element ? .vector : nil)
            return typeRule == .count ? .int : ValueType(array.element)
        }
    }
}
