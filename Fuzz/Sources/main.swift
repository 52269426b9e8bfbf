import Foundation

// Runs libFuzzer on one target: `FUZZ_TARGET=language Fuzz CORPUS -max_total_time=60`.

let wanted = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
guard let kind = FuzzTargets.all.first(where: { $0.name == wanted }) else {
  print("FUZZ_TARGET is one of:", FuzzTargets.all.map { $0.name }.joined(separator: " "))
  exit(2)
}
nonisolated(unsafe) let target: any FuzzTarget = try kind.init()

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ tryOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runFuzzer(&count, &arguments) { bytes, length in
    target.take(Array(UnsafeBufferPointer(start: bytes, count: length)))
    return 0
  }
)
