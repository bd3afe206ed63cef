#include "CSimdjson.h"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <vector>

namespace {
/// Where the value that begins at `start` of a valid document ends.
const char *end_of_value(const char *start, const char *limit) {
  size_t depth = 0;
  bool in_string = false;
  for (const char *at = start; at < limit; at++) {
    if (in_string) {
      if (*at == '\\') at++;
      else if (*at == '"') {
        in_string = false;
        if (depth == 0) return at + 1;
      }
      continue;
    }
    switch (*at) {
    case '"': in_string = true; break;
    case '{': case '[': depth++; break;
    case '}': case ']':
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
      break;
    case ',': case ' ': case '\t': case '\n': case '\r':
      if (depth == 0) return at;
      break;
    default: break;
    }
  }
  return limit;
}

const char *skip_blanks(const char *at, const char *limit) {
  while (at < limit && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')) at++;
  return at;
}
}  // namespace

struct linimasa_json {
  simdjson::dom::parser parser;
  simdjson::padded_string padded;
  size_t depth = 0;
  std::vector<linimasa_json_member> members;
};

linimasa_json *linimasa_json_new(void) { return new (std::nothrow) linimasa_json(); }

void linimasa_json_free(linimasa_json *parser) { delete parser; }

int linimasa_json_read(linimasa_json *self, const uint8_t *bytes, size_t length, size_t depth) {
  self->members.clear();
  self->padded = simdjson::padded_string(reinterpret_cast<const char *>(bytes), length);
  if (length > 0 && self->padded.data() == nullptr) return LINIMASA_JSON_NO_MEMORY;
  if (self->depth != depth || self->parser.capacity() < length) {
    if (self->parser.allocate(length < 65536 ? 65536 : length, depth)) return LINIMASA_JSON_NO_MEMORY;
    self->depth = depth;
  }
  simdjson::dom::element document;
  simdjson::error_code error = self->parser.parse(self->padded).get(document);
  if (error == simdjson::DEPTH_ERROR) return LINIMASA_JSON_TOO_DEEP;
  if (error == simdjson::MEMALLOC) return LINIMASA_JSON_NO_MEMORY;
  if (error) return LINIMASA_JSON_NOT_JSON;
  simdjson::dom::object object;
  if (document.get(object)) return LINIMASA_JSON_NOT_OBJECT;
  const char *limit = self->padded.data() + length;
  const char *at = static_cast<const char *>(memchr(self->padded.data(), '{', length)) + 1;
  for (auto field : object) {
    at = skip_blanks(at, limit);
    at = end_of_value(at, limit);
    at = skip_blanks(at, limit) + 1;
    at = skip_blanks(at, limit);
    const char *end = end_of_value(at, limit);
    linimasa_json_member member = {field.key.data(), field.key.size(), at, static_cast<size_t>(end - at), nullptr, 0};
    std::string_view string;
    if (!field.value.get(string)) {
      member.string = string.data();
      member.string_length = string.size();
    }
    self->members.push_back(member);
    at = skip_blanks(end, limit);
    if (at < limit && *at == ',') at++;
  }
  return LINIMASA_JSON_OK;
}

size_t linimasa_json_count(const linimasa_json *self) { return self->members.size(); }

linimasa_json_member linimasa_json_member_at(const linimasa_json *self, size_t index) { return self->members[index]; }
