import Shell
import Testing
@Test func nothing() {}
