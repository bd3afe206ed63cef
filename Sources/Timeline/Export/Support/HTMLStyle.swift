import Text

/// The style of an HTML page and what the page may do.
enum HTMLStyle {
  /// Types that have a lane and a box of their own; further ones share the last.
  static let lanes = 24

  /// No script, no frame, no form, nothing fetched; style only from the page.
  static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// The style sheet. The colors are told apart with red-green blindness (Okabe and Ito 2008) and never alone: lanes and
  /// words say the same.
  static var sheet: String {
    let colors = ["#0072b2", "#d55e00", "#007a5a", "#a3477f", "#7a5c00", "#333333"]
    var sheet = base
    for lane in 0..<lanes {
      sheet += "body:has(#t\(lane):not(:checked)) .t\(lane){display:none}\n"
      sheet += ".k\(lane){color:\(colors[lane % colors.count]);fill:\(colors[lane % colors.count])}\n"
    }
    for status in ["happened", "claimed", "planned", "statement"] {
      sheet += "body:has(#s-\(status):not(:checked)) .s-\(status){display:none}\n"
    }
    return sheet
  }

  private static let base = """
    body{font:16px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:0 auto;padding:1rem;
      display:flex;flex-direction:column}
    header{order:-2}aside{order:-1}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;font-size:.9rem}dd{margin:0;overflow-wrap:anywhere}
    fieldset{display:flex;flex-wrap:wrap;gap:.2rem 1rem;border:1px solid #999}
    svg{width:100%;height:auto}svg text{font-size:12px}svg line{stroke:#ccc}figure{margin:1rem 0}
    ol{list-style:none;padding:0}.event{border-left:3px solid #ccc;padding:0 0 .5rem 1rem;margin:0 0 1rem}
    h2{border-bottom:1px solid #999;position:sticky;top:0;background:#fff}
    h3{font-size:1rem;margin:0;font-weight:normal}.date{font-weight:bold}
    .facts{margin:0;font-size:.9rem;color:#444}
    .s-claimed,.s-planned{border-left-style:dashed}
    blockquote{margin:.3rem 0;padding:.1rem .6rem;background:#f4f4f4;overflow-wrap:anywhere}
    blockquote p{margin:.2rem 0}footer{font-size:.85rem;color:#444}
    @media print{fieldset,header a{display:none}.event{break-inside:avoid}h2{position:static;break-after:avoid}
      blockquote{background:none;border:1px solid #ccc}}

    """
}
