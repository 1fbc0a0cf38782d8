import AdgenDriver
import AdgenSyntax
import Foundation
import Templates

/// A file that cannot be read or written, and why.
struct FileError: Error {
    var path: String
    var reason: String
}

/// Reads a file, `-` being standard input.
func readSource(_ path: String) throws(FileError) -> SourceFile {
    let bytes: [UInt8]
    do {
        bytes = try Array(readBytes(path))
    } catch {
        throw FileError(path: path, reason: "cannot be read: \(reason(error))")
    }
    guard let invalid = firstInvalidUTF8(bytes) else { return SourceFile(path: path == "-" ? "<stdin>" : path, bytes: bytes) }
    let (line, column) = SourceFile(path: path, bytes: bytes).location(UInt32(invalid))
    throw FileError(
        path: "\(path):\(line):\(column)", reason: "the byte 0x\(String(bytes[invalid], radix: 16, uppercase: true)) is not UTF-8 text")
}

private func readBytes(_ path: String) throws -> Data {
    if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
        throw POSIXError(.EISDIR)
    }
    // A handle reads pipes too, so `adgen <(generate)` works.
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    return try handle.readToEnd() ?? Data()
}

/// The offset of the first byte that no UTF-8 text could hold there.
private func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch decoder.parseScalar(from: &iterator) {
        case .valid(let encoded): offset += encoded.count
        case .error, .emptyInput: return offset
        }
    }
}

/// The built-in templates, except those that the folder has files for.
func readTemplates(_ folder: String) throws(FileError) -> TemplateSet {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory.boolValue else {
        throw FileError(path: folder, reason: "is no folder with templates")
    }
    let replacements = TemplateSet.fileNames.map { name in (name, try? readBytes("\(folder)/\(name)")) }
    guard replacements.contains(where: { $0.1 != nil }) else {
        throw FileError(path: folder, reason: "holds none of the templates \(TemplateSet.fileNames.joined(separator: ", "))")
    }
    do {
        return try TemplateSet { name in replacements.first { $0.0 == name }?.1.map(Array.init) }
    } catch {
        throw FileError(path: "\(folder)/\(error.file):\(error.line)", reason: error.reason)
    }
}

/// What is at `path` now, nil where there is nothing that can be read.
func existingBytes(_ path: String) -> Data? { try? readBytes(path) }

/// Writes all texts or none: first each into a temporary file beside its destination, then all are renamed. A file that
/// holds its text already is not touched, so nothing that depends on it is built again.
func write(_ outputs: [(path: String, bytes: Data)]) throws(FileError) {
    var temporaries: [(temporary: String, path: String)] = []
    var done = 0
    defer { for (temporary, _) in temporaries[done...] { try? FileManager.default.removeItem(atPath: temporary) } }
    for (path, bytes) in outputs where existingBytes(path) != bytes {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            guard try isReplaceable(target) else {
                try write(bytes, into: target)
                continue
            }
            let temporary = target.deletingLastPathComponent()
                .appendingPathComponent(".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
            temporaries.append((temporary.path, target.path))
            try bytes.write(to: temporary)
            if let permissions = try? FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] {
                try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: temporary.path)
            }
        } catch {
            throw FileError(path: path, reason: "cannot be written: \(reason(error))")
        }
    }
    for (temporary, path) in temporaries {
        guard rename(temporary, path) == 0 else {
            throw FileError(path: path, reason: "cannot be written: \(String(cString: strerror(errno)))")
        }
        done += 1
    }
}

/// True for a regular file and for one that is not there yet; a terminal or a pipe is written to as it is.
private func isReplaceable(_ file: URL) throws -> Bool {
    guard let type = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType else { return true }
    if type == .typeDirectory { throw POSIXError(.EISDIR) }
    return type == .typeRegular
}

private func write(_ bytes: Data, into file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: bytes)
    try handle.close()
}

func print(_ text: String, to handle: FileHandle) { print(Data(text.utf8), to: handle) }

func print(_ bytes: Data, to handle: FileHandle) { try? handle.write(contentsOf: bytes) }

/// The system's words for what went wrong.
private func reason(_ error: any Error) -> String {
    let error = error as NSError
    let posix = error.domain == NSPOSIXErrorDomain ? error : error.userInfo[NSUnderlyingErrorKey] as? NSError
    if let posix, posix.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(posix.code))).lowercased() }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "no such file or directory"
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    default: return error.localizedDescription
    }
}
