/** Small drawings, all of one family: lines of one weight in a square of 12 (signs) or 16 (tools). */
const SIGNS = {
  equal: 'M2 4.25h8M2 7.75h8',
  unequal: 'M2 4.25h8M2 7.75h8M8.25 1.5l-4.5 9',
  about: 'M2 5c1.3-1.7 2.7-1.7 4 0s2.7 1.7 4 0M2 8.5c1.3-1.7 2.7-1.7 4 0s2.7 1.7 4 0',
  barely: 'M2 4.5c1.3-1.7 2.7-1.7 4 0s2.7 1.7 4 0M2 8.5h8',
  fork: 'M1.5 6H5l4.5-3.5M5 6l4.5 3.5M7.2 2.2l2.6.1-.3 2.6M7.2 9.8l2.6-.1-.3-2.6',
  clock: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM6 3.5V6l1.8 1.2',
  single: 'M6 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  out: 'M3.5 8.5l5-5M4.5 3.5h4v4',
} as const;

const TOOLS = {
  pin: 'M6 2.5h4M6.8 2.5v4.2L4.8 9.5h6.4l-2-2.8V2.5M8 9.5v4',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  search: 'M7 2.75a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5zM10.25 10.25l3.25 3.25',
  gear: 'M3 4.5h6M13 4.5h-.5M3 11.5h.5M7 11.5h6M10.75 2.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5zM5.25 9.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
} as const;

export type SignName = keyof typeof SIGNS;
export type ToolName = keyof typeof TOOLS;

/** A sign beside a word: never alone, so it is silent. */
export function Sign({ name }: { name: SignName }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={SIGNS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The drawing inside a button; the button has the name. */
export function Tool({ name }: { name: ToolName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={TOOLS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The mark of this page, as on the scale. */
export function Diamond() {
  return (
    <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
      <path d="M5.5 0L11 5.5 5.5 11 0 5.5z" fill="currentColor" />
    </svg>
  );
}
