/** Gives the reader a file. */

/** The browser has read the file by then. */
const FORGET_AFTER_MS = 60_000;

export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
}
