/** Hands a text over as a file of the visitor's own. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  // Spreadsheets take a file without the mark for one of another alphabet.
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
