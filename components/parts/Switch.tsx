interface SwitchProps {
  on: boolean;
  /** What is on or off: the switch has no text of its own. */
  label: string;
  id?: string;
  onSwitch(on: boolean): void;
}

/** On or off, at once. */
export function Switch({ on, label, id, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      id={id}
      aria-checked={on}
      aria-label={label}
      title={label}
      onClick={() => onSwitch(!on)}
    />
  );
}
