// Fetch datasette-vega (a megabyte) only when a chart is asked for: by the button that this script
// adds, or by an address that holds one (#g.mark=…), as the links to ready charts do.
(() => {
  const place = document.getElementById("chart");
  const { script, style } = document.getElementById("charts").dataset;
  const rows = document.querySelectorAll("table.rows-and-columns tbody tr").length;
  if (!place || !script || rows < 2) return; // datasette-vega draws nothing from one row

  const holdsChart = () => location.hash.startsWith("#g.");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.dataset.fragment ? "Draw the chart" : "Draw a chart";
  let isLoaded = false;

  function load() {
    if (isLoaded) return;
    isLoaded = true;
    button.remove();
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
    const code = Object.assign(document.createElement("script"), { src: script });
    code.addEventListener("load", start);
    document.head.append(sheet, code);
  }

  function start() {
    // datasette-vega waits for this event, which has long been and gone
    document.dispatchEvent(new Event("DOMContentLoaded"));
    // it puts itself before the table, inside the region that the table scrolls in
    place.append(document.querySelector("table.rows-and-columns").previousElementSibling);
    // and it shows a button of its own first; ours has been pressed already
    if (!holdsChart()) place.querySelector(".datasette-vega-inactive button").click();
  }

  button.addEventListener("click", () => {
    if (place.dataset.fragment) location.hash = place.dataset.fragment;
    load();
  });
  addEventListener("hashchange", () => holdsChart() && load());
  if (holdsChart()) load();
  else place.append(button);
})();
