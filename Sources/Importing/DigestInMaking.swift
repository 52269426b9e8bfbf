package import Diagnostics
import Synchronization

/// The checksum of a whole file, computed in parallel with the other work.
package final class DigestInMaking {
  private let shared = Shared()
  private let worker: Workers

  package init(of file: SourceFile) {
    worker = Workers(1, inBackground: true) { [shared] _ in shared.make(file) }
  }

  deinit { shared.isStopped.store(true, ordering: .relaxed) }

  /// Waits for the digest; `watch` is called meanwhile, and ends the wait by returning `false`.
  package func value(watch: () -> Bool = { true }) throws(FileMistake) -> String {
    worker.join { if !watch() { shared.isStopped.store(true, ordering: .relaxed) } }
    guard let result = shared.result.withLock({ $0 }) else { return "" }
    return try result.get()
  }

  private final class Shared: Sendable {
    let result = Mutex<Result<String, FileMistake>?>(nil)
    let isStopped = Atomic<Bool>(false)

    func make(_ file: SourceFile) {
      let made = digest(file)
      result.withLock { $0 = made }
    }

    private func digest(_ file: SourceFile) -> Result<String, FileMistake> {
      var digest = FileDigest()
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { bytes.deallocate() }
      var offset = 0
      do throws(FileMistake) {
        while !isStopped.load(ordering: .relaxed) {
          let count = try file.readFromDisk(into: bytes, at: offset)
          guard count > 0 else { break }
          digest.add(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
          offset += count
        }
      } catch {
        return .failure(error)
      }
      return .success(digest.finish())
    }
  }
}
