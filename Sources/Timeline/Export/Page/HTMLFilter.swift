import Text

/// The filter of an HTML page. The boxes work by style alone; the field for words needs the page's script and is not shown
/// without it.
struct HTMLFilter {
  let lanes: [HTMLDrawing.Lane]

  /// The form.
  func form(events: Int) -> String {
    var html = """
      <form id="filter" role="search" aria-label="Filter the events">
      <p class="words" hidden><label for="words">Show only events with these words</label>
      <input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="name, place, outlet, date …">
      <button type="reset">Show all</button></p>
      <fieldset>
      <legend>Types</legend>

      """
    for (number, lane) in lanes.enumerated() {
      html += "<label class=\"h-\(Markup.escaped(lane.hue))\"><input type=\"checkbox\" id=\"t\(number)\" checked> "
      html +=
        "<span class=\"mark\" aria-hidden=\"true\">\(Markup.escaped(lane.mark))</span> \(Markup.escaped(lane.name)) "
      html += "<span class=\"count\">\(lane.total.count)</span></label>\n"
    }
    html += "</fieldset>\n<fieldset>\n<legend>Statuses</legend>\n"
    for status in EventStatus.allCases {
      let name = status.rawValue
      html += "<label><input type=\"checkbox\" id=\"s-\(name)\" checked> \(name)</label>\n"
    }
    return html + "</fieldset>\n<p id=\"shown\" role=\"status\" hidden>\(events) events</p>\n</form>\n"
  }
}
