import CCurl
import Fetching

/// What libcurl's results mean for people.
enum TransferFault {
  /// The failure of a hop that libcurl ended.
  static func failure(_ result: CURLcode, host: String) -> FetchFailure {
    switch result {
    case CURLE_COULDNT_RESOLVE_HOST: FetchFailure(.connection, "no server is called \(host)")
    case CURLE_COULDNT_CONNECT: FetchFailure(.connection, "\(host) cannot be reached")
    case CURLE_OPERATION_TIMEDOUT: FetchFailure(.slow, "\(host) does not answer in time")
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      FetchFailure(.certificate, "\(host) cannot prove who it is: its certificate is not valid")
    case CURLE_SSL_CONNECT_ERROR: FetchFailure(.certificate, "no secure connection to \(host)")
    case CURLE_PARTIAL_FILE: FetchFailure(.cutOff, "\(host) ended before the document did")
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
      FetchFailure(.connection, "\(host) broke the connection")
    case CURLE_URL_MALFORMAT: FetchFailure(.address, "this is no address of the web")
    // An answer without a status line is HTTP 0.9, which is not supported.
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      FetchFailure(.malformed, "\(host) does not answer as HTTP says")
    default: FetchFailure(.malformed, "\(host): \(String(cString: curl_easy_strerror(result)))")
    }
  }
}
