/** The mark of the extension: two views of one thing. */
export function Brand({ size = 20 }: { size?: number }) {
  return (
    <svg class="brand__mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="7.5" cy="10" r="6" fill="none" stroke="var(--accent)" stroke-width="2" />
      <circle cx="12.5" cy="10" r="6" fill="none" stroke="var(--conflict)" stroke-width="2" />
    </svg>
  );
}
