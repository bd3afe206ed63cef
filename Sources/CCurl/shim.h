#ifndef LINIMASA_CCURL_SHIM_H
#define LINIMASA_CCURL_SHIM_H
// What Swift cannot call of libcurl: its setters and getters are variadic.
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

static inline CURLcode linimasa_curl_set(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode linimasa_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode linimasa_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
typedef size_t (*linimasa_curl_receive)(char *, size_t, size_t, void *);
static inline CURLcode linimasa_curl_set_receive(CURL *handle, CURLoption option, linimasa_curl_receive value) {
  return curl_easy_setopt(handle, option, value);
}
typedef curl_socket_t (*linimasa_curl_open)(void *, curlsocktype, struct curl_sockaddr *);
static inline CURLcode linimasa_curl_set_open(CURL *handle, linimasa_curl_open value) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}
typedef int (*linimasa_curl_before)(void *, char *, char *, int, int);
static inline CURLcode linimasa_curl_set_before(CURL *handle, linimasa_curl_before value) {
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}
static inline long linimasa_curl_number(CURL *handle, CURLINFO info) {
  long value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}
static inline long long linimasa_curl_count(CURL *handle, CURLINFO info) {
  curl_off_t value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}
static inline const char *linimasa_curl_text(CURL *handle, CURLINFO info) {
  char *value = NULL;
  curl_easy_getinfo(handle, info, &value);
  return value;
}
static inline void *linimasa_curl_owner(CURL *handle) {
  char *value = NULL;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &value);
  return value;
}
// The transfer that a message says is done, with its result; NULL for other messages.
static inline CURL *linimasa_curl_done(CURLM *multi, CURLcode *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left)) != NULL) {
    if (message->msg != CURLMSG_DONE) continue;
    *result = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}
#endif
