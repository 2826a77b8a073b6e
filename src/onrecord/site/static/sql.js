// Turn the SQL box into an editor, and format SQL when asked; Datasette ships both libraries.
(() => {
  const box = document.querySelector("textarea#sql-editor");
  if (!box || box.closest("[hidden]")) return;

  const editor = CodeMirror.fromTextArea(box, {
    mode: "text/x-sql",
    lineWrapping: true,
    viewportMargin: Infinity,
    extraKeys: { "Shift-Enter": () => box.form.submit(), Tab: false, "Shift-Tab": false },
  });
  editor.getInputField().setAttribute("aria-label", "SQL");

  const format = document.querySelector("button#sql-format");
  format.hidden = false;
  format.addEventListener("click", () => editor.setValue(sqlFormatter.format(editor.getValue())));
})();
