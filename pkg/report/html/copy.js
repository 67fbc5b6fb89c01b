'use strict';
for (const button of document.querySelectorAll('button[data-copy]')) {
  const text = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  const done = () => {
    button.textContent = button.dataset.done;
    document.getElementById('status').textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 4000);
  };
  const byHand = () => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    if (document.execCommand('copy')) done();
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(done, byHand);
    else byHand();
  });
}
