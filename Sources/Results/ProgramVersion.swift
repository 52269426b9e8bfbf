/// The version of the program, as shown in answers and on the command line.
package let programVersion = "0.1.0"
