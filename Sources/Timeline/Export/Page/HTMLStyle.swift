import Text

/// The style of an HTML page and what the page may do.
enum HTMLStyle {
  /// Types that have a lane and a box of their own; further ones share the last.
  static let lanes = 24

  /// Nothing is fetched, framed or sent; only the page's own script and style work, named by their fingerprints
  /// (Content Security Policy Level 3, section 2.3.1).
  static let policy =
    "default-src 'none'; script-src 'sha256-\(HTMLScript.hash)'; style-src 'sha256-\(hash)'; "
    + "base-uri 'none'; form-action 'none'"

  /// The base64 of the SHA-256 of `sheet`. A test says what it must be.
  static let hash = "3ziU3imv8YtMe2a5Rluimuw5V0Ec1p1PbOqAaPCv2ho="

  /// A color for each class of meaning of `events/types.tsv`, at least 4.5 to 1 on white; never alone, lanes and words say
  /// the same.
  static let hues: KeyValuePairs = [
    "speech": "#3d5a80", "blame": "#a4400d", "talks": "#1b6b52", "aid": "#0a6a8f", "movement": "#7a5400",
    "force": "#b5002a", "territory": "#6a35a8", "pressure": "#93185f", "relief": "#3a6b1a", "unrest": "#8a4b00",
  ]

  /// The style sheet.
  static let sheet: String = {
    var sheet = base
    for (hue, color) in hues { sheet += "\n.h-\(hue){color:\(color);fill:\(color);border-color:\(color)}" }
    for lane in 0..<lanes { sheet += "\nbody:has(#t\(lane):not(:checked)) .t\(lane){display:none}" }
    for status in EventStatus.allCases {
      let name = status.rawValue
      sheet += "\nbody:has(#s-\(name):not(:checked)) .s-\(name){display:none}"
    }
    return sheet
  }()

  private static let base = """
    :root{--ink:#16191d;--soft:#545b64;--line:#d5d9de;--wash:#f5f6f8;--link:#0b4f9e}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    body{font:16px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;color:var(--ink);background:#fff;
      max-width:64rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:anywhere}
    a{color:var(--link)}
    a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible,.wide:focus-visible{
      outline:3px solid #1a73e8;outline-offset:2px}
    .skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.3rem .6rem}
    h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}
    h2{font-size:1.2rem;margin:2.2rem 0 .6rem}
    .lede{margin:0;color:var(--soft)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.9rem;margin:.8rem 0}
    dt{color:var(--soft)}dd{margin:0}
    .drawing{margin:1.2rem 0}.wide{overflow-x:auto}
    svg{display:block;width:100%;min-width:46rem;height:auto}
    svg text{font-size:12px;fill:currentColor}svg .axis{text-anchor:middle;fill:var(--soft);font-size:11px}
    svg .count{text-anchor:end;fill:var(--soft)}svg line{stroke:var(--line)}svg .tick{stroke:#e9ecef}
    svg circle{fill-opacity:.75;stroke:#fff;stroke-width:.7}svg circle.off{fill-opacity:.12}
    svg .fold{stroke:var(--soft);fill:none}
    figcaption,details{font-size:.85rem;color:var(--soft)}
    table{border-collapse:collapse;margin:.5rem 0}
    th,td{text-align:left;padding:.15rem .9rem .15rem 0;border-bottom:1px solid var(--line)}
    th[scope=row]{font-weight:normal}
    form{background:var(--wash);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;margin:1rem 0}
    fieldset{border:0;padding:0 0 0 5.5rem;margin:.4rem 0;font-size:.9rem}
    legend{float:left;width:5.5rem;margin-left:-5.5rem;font-weight:600}fieldset label{display:inline-block;margin-right:1rem}
    .count{color:var(--soft)}
    .words{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0 0 .6rem}
    .words label{font-weight:600;flex-basis:100%}
    input[type=search]{flex:1;min-width:12rem;font:inherit;padding:.4rem .6rem;border:1px solid #8a929b;border-radius:.3rem}
    button{font:inherit;padding:.4rem .9rem;border:1px solid #8a929b;border-radius:.3rem;background:#fff}
    #shown{margin:.4rem 0 0;font-weight:600}
    .months{font-size:.9rem;margin:1rem 0}.months ol{display:flex;flex-wrap:wrap;gap:.2rem .9rem;list-style:none;padding:0;margin:0}
    section h2{position:sticky;top:0;background:#fff;border-bottom:2px solid var(--ink);padding:.35rem 0;z-index:1}
    #events section{content-visibility:auto;contain-intrinsic-size:auto 60rem}
    .list{list-style:none;margin:0;padding:0}
    .event{display:grid;grid-template-columns:11rem 1fr;gap:0 1.4rem;padding:.9rem 0;border-bottom:1px solid var(--line)}
    .event>*{grid-column:2;margin:0}
    .event>h3{grid-column:1/-1;display:grid;grid-template-columns:subgrid;font-size:1rem}
    .date{font-size:.92rem;line-height:1.5}
    .what{font-size:1.05rem;line-height:1.4}
    .facts{font-size:.9rem;color:var(--soft)}
    .type{font-weight:600}
    .tag{display:inline-block;border:1px solid currentColor;border-radius:.2rem;padding:0 .35rem;font-size:.8rem;
      color:#7a3d00;line-height:1.35}
    .how,.who{font-size:.9rem;color:var(--soft)}
    .source{margin:.5rem 0 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line)}
    .source blockquote{margin:0}.source blockquote p{margin:0}
    .source{font-size:.92rem}.source cite{font-style:normal;font-size:.88rem}.source,.source cite{color:var(--soft)}
    .source blockquote{color:var(--ink)}
    footer{margin-top:3rem;border-top:2px solid var(--ink)}
    @media(max-width:40rem){body{padding:1rem .9rem 3rem}h1{font-size:1.5rem}.event{display:block}
      .date,.what{display:block}.event>h3{display:block}
      fieldset{padding:0}legend{float:none;width:auto;margin:0}}
    @media print{html{font-size:13px}body{max-width:none;padding:0;font-size:1rem}form,.months,.skip,details{display:none}
      .wide{overflow:visible}svg{min-width:0}#events section{content-visibility:visible}
      section h2{position:static;break-after:avoid;margin-top:1.2rem}.event{break-inside:avoid;grid-template-columns:8.5rem 1fr;padding:.45rem 0}.source{margin-top:.2rem}
      a{color:inherit;text-decoration:none}a[href^=http]::after{content:" <" attr(href) ">";font-size:.85em}
      svg circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
