/// The skeletons of everything that is emitted: whole files, functions and types; no logic.
package struct TemplateSet: Sendable {
    package var file: Template<FileHole>
    package var gradient: Template<GradientHole>
    package var workspace: Template<WorkspaceHole>
    package var pullback: Template<PullbackHole>
    package var differential: Template<DifferentialHole>
    package var jacobian: Template<JacobianHole>
    package var hessian: Template<HessianHole>
    package var hvp: Template<HvpHole>
    package var pattern: Template<PatternHole>
    package var derivatives: Template<DerivativesHole>
    package var gradientStruct: Template<GradientStructHole>
    package var stage: Template<StageHole>
    package var `extension`: Template<ExtensionHole>
    package var callee: Template<CalleeHole>
    package var calleeTape: Template<CalleeTapeHole>
    package var chain: Template<ChainHole>
    package var chainPullback: Template<ChainPullbackHole>
    package var batch: Template<BatchHole>
    package var batchPoints: Template<BatchPointsHole>
    package var loop: Template<LoopHole>
    package var tests: Template<TestsHole>

    /// The file names of all templates.
    package static let fileNames = [
        FileHole.fileName, GradientHole.fileName, PullbackHole.fileName, DifferentialHole.fileName, JacobianHole.fileName,
        HessianHole.fileName, HvpHole.fileName, PatternHole.fileName, GradientStructHole.fileName, StageHole.fileName,
        ExtensionHole.fileName, CalleeHole.fileName, CalleeTapeHole.fileName, ChainHole.fileName, ChainPullbackHole.fileName,
        DerivativesHole.fileName, WorkspaceHole.fileName, BatchHole.fileName, BatchPointsHole.fileName, LoopHole.fileName,
        TestsHole.fileName,
    ]

    /// The built-in templates.
    package init() {
        do {
            try self.init(replacing: { _ in nil })
        } catch {
            preconditionFailure("\(error.file):\(error.line): \(error.reason)")
        }
    }

    /// The built-in templates, except where `replacement` has other bytes for a file name.
    package init(replacing replacement: (String) -> [UInt8]?) throws(TemplateError) {
        file = try Template(replacement(FileHole.fileName) ?? PackageResources.file_swift_template)
        gradient = try Template(replacement(GradientHole.fileName) ?? PackageResources.gradient_swift_template)
        workspace = try Template(replacement(WorkspaceHole.fileName) ?? PackageResources.workspace_swift_template)
        pullback = try Template(replacement(PullbackHole.fileName) ?? PackageResources.pullback_swift_template)
        differential = try Template(replacement(DifferentialHole.fileName) ?? PackageResources.differential_swift_template)
        jacobian = try Template(replacement(JacobianHole.fileName) ?? PackageResources.jacobian_swift_template)
        hessian = try Template(replacement(HessianHole.fileName) ?? PackageResources.hessian_swift_template)
        hvp = try Template(replacement(HvpHole.fileName) ?? PackageResources.hvp_swift_template)
        pattern = try Template(replacement(PatternHole.fileName) ?? PackageResources.pattern_swift_template)
        derivatives = try Template(replacement(DerivativesHole.fileName) ?? PackageResources.derivatives_swift_template)
        gradientStruct = try Template(replacement(GradientStructHole.fileName) ?? PackageResources.gradient_struct_swift_template)
        stage = try Template(replacement(StageHole.fileName) ?? PackageResources.stage_swift_template)
        `extension` = try Template(replacement(ExtensionHole.fileName) ?? PackageResources.extension_swift_template)
        callee = try Template(replacement(CalleeHole.fileName) ?? PackageResources.callee_swift_template)
        calleeTape = try Template(replacement(CalleeTapeHole.fileName) ?? PackageResources.callee_tape_swift_template)
        chain = try Template(replacement(ChainHole.fileName) ?? PackageResources.chain_swift_template)
        chainPullback = try Template(replacement(ChainPullbackHole.fileName) ?? PackageResources.chain_pullback_swift_template)
        batch = try Template(replacement(BatchHole.fileName) ?? PackageResources.batch_swift_template)
        batchPoints = try Template(replacement(BatchPointsHole.fileName) ?? PackageResources.batch_points_swift_template)
        loop = try Template(replacement(LoopHole.fileName) ?? PackageResources.loop_swift_template)
        tests = try Template(replacement(TestsHole.fileName) ?? PackageResources.tests_swift_template)
    }
}

package enum FileHole: String, TemplateHole {
    case version, source, options, costs, imports, declarations

    package static let fileName = "file.swift.template"
    package var takesLines: Bool { self == .costs || self == .imports || self == .declarations }
}

package enum TestsHole: String, TemplateHole {
    case version, source, options, notes, imports, suite, tests, functions

    package static let fileName = "tests.swift.template"
    package var takesLines: Bool { self == .notes || self == .imports || self == .tests || self == .functions }
}

package enum GradientHole: String, TemplateHole {
    case documentation, gradientDocumentation, attributes, access, modifiers, valueWithGradient, gradient, parameters, arguments
    case result, tangent, body

    package static let fileName = "gradient.swift.template"
    package var takesLines: Bool {
        switch self {
        case .documentation, .gradientDocumentation, .attributes, .body: true
        default: false
        }
    }
}

package enum WorkspaceHole: String, TemplateHole {
    case workspaceDocumentation, workspaceAttributes, workspace, fields, initializerDocumentation, arguments, initializer
    case documentation, attributes, access, modifiers, valueWithGradient, parameters, result, body

    package static let fileName = "workspace.swift.template"
    package var takesLines: Bool {
        switch self {
        case .workspaceDocumentation, .workspaceAttributes, .fields, .initializerDocumentation, .initializer, .documentation, .attributes,
            .body:
            true
        default: false
        }
    }
}

package enum PullbackHole: String, TemplateHole {
    case tapeDocumentation, tapeAttributes, documentation, pullbackDocumentation, attributes, access, modifiers, pullbackModifiers
    case tape, fields, valueWithTape, parameters, result, body, pullback, seed, tangent, pullbackBody

    package static let fileName = "pullback.swift.template"
    package var takesLines: Bool {
        switch self {
        case .tapeDocumentation, .tapeAttributes, .documentation, .pullbackDocumentation, .attributes, .fields, .body, .pullbackBody: true
        default: false
        }
    }
}

package enum DifferentialHole: String, TemplateHole {
    case documentation, attributes, access, modifiers, valueWithDifferential, parameters, result, differential, body

    package static let fileName = "differential.swift.template"
    package var takesLines: Bool { self == .documentation || self == .attributes || self == .body }
}

package enum JacobianHole: String, TemplateHole {
    case documentation, attributes, access, modifiers, valueWithJacobian, parameters, result, jacobian, body

    package static let fileName = "jacobian.swift.template"
    package var takesLines: Bool { self == .documentation || self == .attributes || self == .body }
}

package enum HessianHole: String, TemplateHole {
    case documentation, attributes, access, modifiers, hessian, parameters, matrix, body

    package static let fileName = "hessian.swift.template"
    package var takesLines: Bool { self == .documentation || self == .attributes || self == .body }
}

package enum HvpHole: String, TemplateHole {
    case documentation, attributes, access, modifiers, gradientWithProduct, parameters, tangent, product, body

    package static let fileName = "hvp.swift.template"
    package var takesLines: Bool { self == .documentation || self == .attributes || self == .body }
}

package enum PatternHole: String, TemplateHole {
    case documentation, access, name, startCount, rowStarts, count, columns

    package static let fileName = "pattern.swift.template"
    package var takesLines: Bool { self == .documentation || self == .rowStarts || self == .columns }
}

package enum DerivativesHole: String, TemplateHole {
    case documentation, attributes, access, modifiers, valueWithDerivatives, parameters, result, body

    package static let fileName = "derivatives.swift.template"
    package var takesLines: Bool { self == .documentation || self == .attributes || self == .body }
}

package enum GradientStructHole: String, TemplateHole {
    case documentation, frozen, access, name, conformances, fields, initializerAttributes, initializerAccess, inlinable, parameters,
        assignments, zeros, equality
    case sums, differences, scalar, multiples, dot

    package static let fileName = "gradient-struct.swift.template"
    package var takesLines: Bool {
        switch self {
        case .documentation, .frozen, .fields, .initializerAttributes, .inlinable, .assignments, .equality, .dot: true
        default: false
        }
    }
}

package enum StageHole: String, TemplateHole {
    case documentation, inlining, results, fields, stage, parameters, body

    package static let fileName = "stage.swift.template"
    package var takesLines: Bool { self == .documentation || self == .fields || self == .body }
}

package enum ExtensionHole: String, TemplateHole {
    case type, members

    package static let fileName = "extension.swift.template"
    package var takesLines: Bool { self == .members }
}

package enum CalleeHole: String, TemplateHole {
    case documentation, attributes, name, parameters, result, body

    package static let fileName = "callee.swift.template"
    package var takesLines: Bool { self == .documentation || self == .attributes || self == .body }
}

package enum ChainHole: String, TemplateHole {
    case documentation, name, parameters, result, state, start, count, step

    package static let fileName = "chain.swift.template"
    package var takesLines: Bool { self == .documentation }
}

package enum ChainPullbackHole: String, TemplateHole {
    case documentation, name, parameters, result, count, snapshots, run, state, start, zero, step, recorded, record, next, tape, tapeType,
        seed, tangent
    case shared, sharedType, bars, pullback, accumulation, earlier, end, gradient

    package static let fileName = "chain-pullback.swift.template"
    package var takesLines: Bool { self == .documentation || self == .accumulation }
}

package enum CalleeTapeHole: String, TemplateHole {
    case documentation, name, fields

    package static let fileName = "callee-tape.swift.template"
    package var takesLines: Bool { self == .documentation || self == .fields }
}

package enum BatchHole: String, TemplateHole {
    case documentation, attributes, access, modifiers, batch, parameters, result, locals, inputs, flags, resultCount, sumCount, threads
    case scalar, points, sharedArguments, body, arrays, sums, intoParameters, taken, given

    package static let fileName = "batch.swift.template"
    package var takesLines: Bool {
        switch self {
        case .documentation, .attributes, .locals, .body, .taken, .given: true
        default: false
        }
    }
}

package enum BatchPointsHole: String, TemplateHole {
    case single, singleParameters, singleResult, singleBody, singleArguments, singleStores
    case wide, wideParameters, wideResult, wideBody, wideArguments, wideStores
    case points, scalar, sharedParameters

    package static let fileName = "batch-points.swift.template"
    package var takesLines: Bool {
        switch self {
        case .singleBody, .singleStores, .wideBody, .wideStores: true
        default: false
        }
    }
}

package enum LoopHole: String, TemplateHole {
    case summary, loop, parameters, result, extents, arrays, totals, sums, width, rowStores, kept, `return`
    case element, elementArguments, elementStores, elementParameters, elementResult, elementBody
    case lanes, laneArguments, laneStores, restArguments, restStores, laneParameters, laneResult, laneBody

    package static let fileName = "loop.swift.template"
    package var takesLines: Bool {
        switch self {
        case .arrays, .totals, .sums, .elementStores, .laneStores, .restStores, .rowStores, .return, .elementBody, .laneBody: true
        default: false
        }
    }
}
