// Draw each chart of the page from its specification and the answer it names. With `ast` Vega reads
// its expressions instead of compiling them, which the content security policy forbids.
addEventListener("DOMContentLoaded", () => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const config = {
    background: "transparent",
    font: getComputedStyle(document.body).fontFamily,
    view: { stroke: null },
    axisX: { grid: false, tickCount: 6, tickMinStep: 1 },
    axisY: { tickCount: 6, tickMinStep: 1 },
    axis: { titleFontWeight: "normal", labelColor: colour("--soft"), titleColor: colour("--soft"), gridColor: colour("--hair"), domainColor: colour("--soft"), tickColor: colour("--soft"), labelFontSize: 12, titleFontSize: 12, labelLimit: 170 },
    legend: { title: null, labelFontSize: 12, labelColor: colour("--soft"), titleColor: colour("--soft"), orient: "top" },
    bar: { color: colour("--bar") },
    range: { category: [colour("--link"), colour("--bar"), colour("--only-base")] },
  };

  async function draw(figure) {
    const place = figure.querySelector(".drawing");
    const answer = await fetch(figure.dataset.answer);
    const values = answer.ok ? await answer.json() : [];
    if (!values.length) {
      place.textContent = answer.ok ? "Nothing to draw: no quote meets these choices." : "The numbers took too long to count.";
      return;
    }
    const spec = JSON.parse(figure.querySelector("script").textContent);
    const description = place.getAttribute("aria-label");
    await vegaEmbed(place, { ...spec, description, width: "container", data: { values }, autosize: { type: "fit-x", contains: "padding" } }, { ast: true, renderer: "svg", actions: false, config, logLevel: vega.Error });
    place.dataset.isDrawn = "true";
  }

  for (const figure of document.querySelectorAll("figure.chart")) draw(figure);
});
