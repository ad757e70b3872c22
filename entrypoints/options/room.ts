/** What the browser leaves to us, in bytes; null where it does not say. */
export async function room(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? null : quota - (usage ?? 0);
}
