#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#endif

/// Why states could not be kept in a file. The run ends with it, and without a result.
public struct SnapshotFileError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Failure: Hashable, Sendable {
        /// A file of this name exists already; it was left as it is.
        case exists
        /// The file could not be made; with the system's error number.
        case open(Int32)
        /// A state could not be written, for instance because the disk is full; with the system's error number.
        case write(step: Int, Int32)
        /// A state could not be read; with the system's error number.
        case read(step: Int, Int32)
        /// The file ends before the end of a state.
        case truncated(step: Int)
        /// What was read is not what was written.
        case damaged(step: Int)
    }

    /// The file, as it was named by the caller.
    public var path: String
    /// What went wrong, and at which state.
    public var failure: Failure

    /// An error of this kind, for tests.
    public init(path: String, failure: Failure) {
        self.path = path
        self.failure = failure
    }
}

extension SnapshotFileError: CustomStringConvertible {
    /// The message for people.
    public var description: String {
        switch failure {
        case .exists: "cannot keep states in \(path): a file of this name exists already"
        case .open(let code): "cannot keep states in \(path): \(reason(code))"
        case .write(let step, let code): "cannot write state \(step) to \(path): \(reason(code))"
        case .read(let step, let code): "cannot read state \(step) from \(path): \(reason(code))"
        case .truncated(let step): "cannot read state \(step) from \(path): the file is too short"
        case .damaged(let step): "cannot read state \(step) from \(path): it is not what was written"
        }
    }

    private func reason(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}

#if !os(Windows)
    /// A file for as long as the run: its name is removed as soon as it is open, so that its space is free again however the run ends.
    @usableFromInline final class SnapshotFile {
        private struct Record {
            var offset: Int
            var count: Int
            var checksum: UInt64
        }

        private let path: String
        private let descriptor: Int32
        /// By slot. Slots fill like a stack, so each lies behind the one below it, whatever the sizes.
        private var records: [Record] = []

        /// Makes the file, which must not exist. A device is used as it is, and left.
        @usableFromInline init(path: String) throws {
            let access = mode_t(S_IRUSR | S_IWUSR)
            var descriptor = open(path, O_RDWR | O_CREAT | O_EXCL, access)
            if descriptor >= 0 {
                unlink(path)
            } else if errno == EEXIST {
                var status = stat()
                if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR {
                    throw SnapshotFileError(path: path, failure: .exists)
                }
                descriptor = open(path, O_RDWR)
            }
            if descriptor < 0 { throw SnapshotFileError(path: path, failure: .open(errno)) }
            self.path = path
            self.descriptor = descriptor
        }

        deinit {
            close(descriptor)
        }

        @usableFromInline func write(_ bytes: [UInt8], step: Int, slot: Int) throws {
            records.removeSubrange(min(slot, records.count)...)
            precondition(slot == records.count, "slots on disk fill like a stack")
            let offset = records.last.map { $0.offset + $0.count } ?? 0
            try bytes.withUnsafeBytes { buffer in
                var done = 0
                while done < buffer.count {
                    let written = pwrite(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
                    if written < 0, errno == EINTR { continue }
                    if written <= 0 { throw SnapshotFileError(path: path, failure: .write(step: step, written < 0 ? errno : ENOSPC)) }
                    done += written
                }
            }
            records.append(Record(offset: offset, count: bytes.count, checksum: checksum(bytes)))
        }

        @usableFromInline func read(step: Int, slot: Int) throws -> [UInt8] {
            let record = records[slot]
            let bytes = try [UInt8](unsafeUninitializedCapacity: record.count) { buffer, done in
                while done < record.count {
                    let rest = UnsafeMutableRawPointer(buffer.baseAddress! + done)
                    let read = pread(descriptor, rest, record.count - done, off_t(record.offset + done))
                    if read < 0, errno == EINTR { continue }
                    if read < 0 { throw SnapshotFileError(path: path, failure: .read(step: step, errno)) }
                    if read == 0 { throw SnapshotFileError(path: path, failure: .truncated(step: step)) }
                    done += read
                }
            }
            if checksum(bytes) != record.checksum { throw damage(step: step) }
            return bytes
        }

        @usableFromInline func damage(step: Int) -> SnapshotFileError {
            SnapshotFileError(path: path, failure: .damaged(step: step))
        }
    }

    /// Tells bytes that the disk lost, which reads as zeros or as what was there before, from those written.
    private func checksum(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { buffer in
            var sum: UInt64 = 0xcbf2_9ce4_8422_2325
            var offset = 0
            while offset + 8 <= buffer.count {
                sum = mixed(sum, buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            while offset < buffer.count {
                sum = mixed(sum, UInt64(buffer[offset]))
                offset += 1
            }
            return sum
        }
    }

    /// One to one in `sum` and in `word`, so that a change of one word changes the sum.
    private func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word) &* 0x9e37_79b9_7f4a_7c15
        return product ^ (product >> 29)
    }
#endif
