/// That of the program, as answers and the command line tell it.
package let programVersion = "0.1.0"
