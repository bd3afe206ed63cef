/// The script of an HTML page. The page needs none to be read; with it the field for words works, empty months go away and
/// the drawing shows only what passes the filter.
///
/// It reads the page's own text and writes numbers and classes, never markup, so that no title can become part of it.
enum HTMLScript {
  /// The base64 of the SHA-256 of `source`, by which the page's policy allows this script and no other. A test says what
  /// it must be.
  static let hash = "1JOlykD+3NImQPH43qOM6C9OgtSZ8TBE9gokLcfAgp8="

  static let source = """
    "use strict";
    const field = document.getElementById("words");
    const shown = document.getElementById("shown");
    const boxes = [...document.querySelectorAll("#filter input[type=checkbox]")];
    const events = [...document.querySelectorAll(".event")];
    const months = [...document.querySelectorAll("#events section")];
    const circles = [...document.querySelectorAll("circle")];
    const fold = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
    let texts;
    function apply() {
      texts ??= events.map(event => fold(event.textContent));
      const words = fold(field.value).split(/\\s+/).filter(Boolean);
      const off = boxes.filter(box => !box.checked).map(box => box.id);
      const seen = new Set();
      let count = 0;
      events.forEach((event, index) => {
        const passes = words.every(word => texts[index].includes(word)) && !off.some(name => event.classList.contains(name));
        event.hidden = !passes;
        if (passes) { count += 1; seen.add(event.dataset.c); }
      });
      for (const month of months) month.hidden = !month.querySelector(".event:not([hidden])");
      for (const circle of circles) circle.classList.toggle("off", !seen.has(circle.dataset.c));
      shown.textContent = count === events.length ? `${count} events` : `${count} of ${events.length} events`;
    }
    for (const part of document.querySelectorAll("#filter [hidden]")) part.hidden = false;
    const form = document.getElementById("filter");
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", event => event.preventDefault());
    if (field.value || boxes.some(box => !box.checked)) apply();
    """
}
