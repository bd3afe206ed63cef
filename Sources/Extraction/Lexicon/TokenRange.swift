/// The tokens or bytes from `low` up to `high`; none where `high` lies before `low`.
///
/// The rules of this module take ranges between things found in a text that anybody may have written: a title may begin
/// before its sentence, a phrase may run past the sentence's end. The standard operator ends the program on such a
/// range; here it is empty, in every rule, also in the next one written.
@inline(__always)
func ..< (low: Int, high: Int) -> Range<Int> { Range(uncheckedBounds: (low, high < low ? low : high)) }
