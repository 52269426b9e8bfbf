/// Thrown when the user stops an import.
package struct ImportInterruption: Error {}
