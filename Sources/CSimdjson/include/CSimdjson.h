#ifndef LINIMASA_CSIMDJSON_H
#define LINIMASA_CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser that keeps its memory from one document to the next. Not for two threads at once.
typedef struct linimasa_json linimasa_json;

/// What came of reading a document.
enum linimasa_json_status {
  LINIMASA_JSON_OK = 0,
  LINIMASA_JSON_NOT_JSON = 1,
  LINIMASA_JSON_TOO_DEEP = 2,
  LINIMASA_JSON_NOT_OBJECT = 3,
  LINIMASA_JSON_NO_MEMORY = 4
};

/// A member of the document's object. Pointers last until the next document.
typedef struct {
  const char *key;
  size_t key_length;
  /// The bytes of the value as they stand in the document.
  const char *raw;
  size_t raw_length;
  /// The value where it is a string, escapes read; else NULL.
  const char *string;
  size_t string_length;
} linimasa_json_member;

/// A new parser; NULL without memory.
linimasa_json *linimasa_json_new(void);
/// Frees a parser.
void linimasa_json_free(linimasa_json *parser);
/// Reads a document of valid UTF-8 whose values nest at most `depth` deep.
int linimasa_json_read(linimasa_json *parser, const uint8_t *bytes, size_t length, size_t depth);
/// Number of members of the last document.
size_t linimasa_json_count(const linimasa_json *parser);
/// The member at `index`, which must be below the count.
linimasa_json_member linimasa_json_member_at(const linimasa_json *parser, size_t index);

#ifdef __cplusplus
}
#endif
#endif
