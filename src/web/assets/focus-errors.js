// Moves focus to the summary of errors, so that a screen reader starts there.
const summary = document.querySelector(".errsum");
if (summary) {
  summary.focus();
}
