// Turn the SQL box into an editor, and format SQL when asked; Datasette ships both libraries.
(() => {
  const box = document.querySelector("textarea#sql-editor");
  const shown = document.querySelector("pre#sql-query");
  const format = document.querySelector("button#sql-format");
  let editor;

  if (box) {
    editor = CodeMirror.fromTextArea(box, {
      mode: "text/x-sql",
      lineWrapping: true,
      viewportMargin: Infinity,
      extraKeys: { "Shift-Enter": () => box.form.submit(), Tab: false, "Shift-Tab": false },
    });
    editor.getInputField().setAttribute("aria-label", "SQL");
  }
  if (format && (editor || shown)) {
    format.hidden = false;
    format.addEventListener("click", () => {
      if (editor) editor.setValue(sqlFormatter.format(editor.getValue()));
      else shown.textContent = sqlFormatter.format(shown.textContent);
    });
  }
})();
