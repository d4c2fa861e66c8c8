// Sends the example request of an operation to the mock that is served beside this page.
document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('button[data-try]');
  if (!button) return;
  const { method, path, headers, body, files } = requests[button.dataset.try];
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append(name, new File([content], 'document.pdf', { type: 'application/pdf' }));
  const sent = Object.keys(files).length > 0 ? form : body;
  let text;
  try {
    const response = await fetch(`mock${path}`, { method, headers, body: sent });
    const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    text = `${response.status} ${response.statusText}\n${lines.join('\n')}\n\n${await response.text()}`;
  } catch (error) {
    text = String(error);
  }
  const output = button.parentElement.querySelector('output') ?? document.createElement('output');
  output.className = 'tried';
  output.tabIndex = 0;
  output.textContent = text;
  button.after(output);
});
