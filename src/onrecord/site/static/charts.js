// Fetch datasette-vega (a megabyte) when a chart is asked for: by the button this script adds, by
// a link to a ready chart, or by an address that holds one (#g.mark=…).
(() => {
  const place = document.getElementById("chart");
  const { script, style } = document.getElementById("charts").dataset;
  const rows = document.querySelectorAll("table.rows-and-columns tbody tr").length;
  if (!place || !script || rows < 2) return;

  const holdsChart = () => location.hash.startsWith("#g.");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Draw a chart";
  let isLoaded = false;

  function load(afterwards) {
    if (isLoaded) return;
    isLoaded = true;
    button.remove();
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
    const code = Object.assign(document.createElement("script"), { src: script });
    code.addEventListener("load", () => {
      // datasette-vega waits for this event, which has long been and gone
      document.dispatchEvent(new Event("DOMContentLoaded"));
      // out of the table's own scrolling region
      place.append(document.querySelector("table.rows-and-columns").previousElementSibling);
      afterwards();
    });
    document.head.append(sheet, code);
  }

  // datasette-vega first shows a button of its own; ours has been pressed already
  function showOptions() {
    const watcher = new MutationObserver(() => {
      const inner = document.querySelector(".datasette-vega-inactive button");
      if (!inner) return;
      watcher.disconnect();
      inner.click();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  }

  button.addEventListener("click", () => load(showOptions));
  addEventListener("hashchange", () => holdsChart() && load(() => {}));
  if (holdsChart()) load(() => {});
  else place.append(button);
})();
