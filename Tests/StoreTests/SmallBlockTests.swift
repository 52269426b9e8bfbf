import CSQLite
import CSmallBlocks
import TestSupport
import Testing

@Suite("SQLite's memory in a program of one thread", .serialized)
struct SmallBlockTests {
  private typealias Block = UnsafeMutableRawPointer

  /// What is written to a block, by its number.
  private static func fill(_ block: Block, _ count: Int, _ number: Int) {
    block.initializeMemory(as: UInt8.self, repeating: UInt8(number & 255), count: count)
  }

  private static func holds(_ block: Block, _ count: Int, _ number: Int) -> Bool {
    UnsafeRawBufferPointer(start: block, count: count).allSatisfy { $0 == UInt8(number & 255) }
  }

  @Test(
    "blocks keep what is written to them, whatever is taken, resized and given back beside them"
  )
  func keepsBlocks() throws {
    let memory = try #require(tally_small_blocks()).pointee
    let (take, giveBack) = (try #require(memory.xMalloc), try #require(memory.xFree))
    let (resize, size) = (try #require(memory.xRealloc), try #require(memory.xSize))
    var dice = Dice(seed: 24)
    var blocks: [(block: Block, count: Int, number: Int)] = []
    for number in 0..<30_000 {
      let count = dice.pick([1, 8, 16, 17, 100, 1_023, 1_024, 1_025, 4_360, 70_000])
      switch blocks.isEmpty ? 0 : dice.roll(0...3) {
      case 0,
        1 where blocks.count < 500:
        let block = try #require(take(Int32(count)))
        #expect(Int(bitPattern: block) % 8 == 0 && Int(size(block)) >= count)
        Self.fill(block, count, number)
        blocks.append((block, count, number))
      case 2:
        let place = dice.roll(0...blocks.count - 1)
        let old = blocks[place]
        let block = try #require(resize(old.block, Int32(count)))
        #expect(Self.holds(block, min(old.count, count), old.number) && Int(size(block)) >= count)
        Self.fill(block, count, number)
        blocks[place] = (block, count, number)
      default:
        let old = blocks.remove(at: dice.roll(0...blocks.count - 1))
        #expect(Self.holds(old.block, old.count, old.number))
        giveBack(old.block)
      }
    }
    for old in blocks {
      #expect(Self.holds(old.block, old.count, old.number))
      giveBack(old.block)
    }
  }

  @Test("a block that was given back is the next one of its size")
  func takesAgain() throws {
    let memory = try #require(tally_small_blocks()).pointee
    let (take, giveBack) = (try #require(memory.xMalloc), try #require(memory.xFree))
    let first = try #require(take(200))
    giveBack(first)
    let second = try #require(take(193))
    #expect(first == second)
    giveBack(second)
  }
}
