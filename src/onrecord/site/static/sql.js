// Turn the SQL box into an editor when somebody goes to it, and format SQL when asked; Datasette
// ships both libraries, and most who open the page only read.
(() => {
  const box = document.querySelector("textarea#sql-editor");
  if (!box || box.closest("[hidden]")) return;
  const { style, formatter, editor: library, sql } = document.getElementById("editor").dataset;
  const format = document.querySelector("button#sql-format");
  let editor = null;

  const fetched = (src) =>
    new Promise((done, failed) => {
      const code = Object.assign(document.createElement("script"), { src });
      code.addEventListener("load", done);
      code.addEventListener("error", failed);
      document.head.append(code);
    });

  async function open() {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
    await fetched(library);
    await fetched(sql);
    const isHere = document.activeElement === box; // and has not gone on meanwhile
    editor = CodeMirror.fromTextArea(box, {
      mode: "text/x-sql",
      lineWrapping: true,
      viewportMargin: Infinity,
      extraKeys: { "Shift-Enter": () => box.form.submit(), Tab: false, "Shift-Tab": false },
    });
    editor.getInputField().setAttribute("aria-label", "SQL");
    if (isHere) editor.focus();
  }

  box.addEventListener("focus", open, { once: true });
  format.hidden = false;
  format.addEventListener("click", async () => {
    if (!window.sqlFormatter) await fetched(formatter);
    if (editor) editor.setValue(sqlFormatter.format(editor.getValue()));
    else box.value = sqlFormatter.format(box.value);
  });
})();
