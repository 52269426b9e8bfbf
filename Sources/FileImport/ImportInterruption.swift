/// The user stopped it.
package struct ImportInterruption: Error {}
