/** Long enough for the browser to have taken the file. */
const REVOKE_MS = 30_000;

/** Hands the reader a file: no permission and no request are needed for it. */
export function download(name: string, type: string, pieces: readonly BlobPart[]): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}
