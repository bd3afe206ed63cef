// linimasa-fetch: the network, in a process of its own. Requests on standard input, answers on standard output, as
// `FetchRequest` and `FetchAnswer` describe; its one argument is what it calls itself to servers.
import Foundation

signal(SIGPIPE, SIG_IGN)
let agent = CommandLine.arguments.dropFirst().first ?? "linimasa"
guard
  let loop = FetchLoop(agent: agent, certificates: ProcessInfo.processInfo.environment["SSL_CERT_FILE"])
else { exit(70) }
loop.run()
