import type { Words } from '../../utils/words/types.ts';

/** A library of which the extension carries code. */
export interface Licence {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  text: string;
}

export interface LicencesProps {
  words: Words;
  /** Null before they were asked for. */
  licences: readonly Licence[] | null;
  /** Read the list: it is opened for the first time. */
  onOpen(): void;
}

/** What is built in of other people's work, and on which terms. */
export function Licences({ words: { t }, licences, onOpen }: LicencesProps) {
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open && licences === null) onOpen();
      }}
    >
      <summary>{t('options.licences')}</summary>
      <ul class="licences">
        {licences?.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>
                <bdi>{name}</bdi> {version} · {licence}
              </summary>
              <pre lang="en" dir="ltr">
                {text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}
