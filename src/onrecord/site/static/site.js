// Read by Datasette's table.js, which stock pages tell it in an inline script.
window.DATASETTE_ALLOW_FACET = true;

// "more formats" opens what it points at.
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
