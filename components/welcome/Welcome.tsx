import type { Words } from '../../utils/words/types.ts';
import { ItemCard } from '../card/ItemCard.tsx';
import { Brand } from '../parts/Brand.tsx';
import { ButtonChoice } from '../parts/Choice.tsx';
import { PICTURE_DOCUMENTS, PICTURE_SENTENCE, pictureItem } from './illustration.ts';
import { SAMPLE } from './sample.ts';

/** Where the extension may read along. */
export type SitesMode = 'all' | 'chosen' | 'on-click';

export interface WelcomeProps {
  words: Words;
  theme?: 'system' | 'light' | 'dark';
  /** Null before the reader chose. */
  mode: SitesMode | null;
  /** Keys as the browser writes them; absent where none are set. */
  shortcuts: { panel?: string; nextMark?: string };
  /** Must reach the browser's permission question in the first turn of the click. */
  onChoose(mode: SitesMode): void;
}

export const sitesOptions = ({ t }: Words) =>
  [
    { value: 'all', label: t('sites.all'), hint: t('sites.all-hint') },
    { value: 'chosen', label: t('sites.chosen'), hint: t('sites.chosen-hint') },
    { value: 'on-click', label: t('sites.click'), hint: t('sites.click-hint') },
  ] as const;

/** A sentence with a marked figure, and the card beside it. Drawn with the real card, and out of reach like any picture. */
function Picture({ words, theme }: Pick<WelcomeProps, 'words' | 'theme'>) {
  const nothing = () => {};
  return (
    <figure class="picture">
      <div role="img" aria-label={words.t('welcome.picture-alt')}>
        <div inert class="picture__stage">
          <p class="picture__page" lang="en">
            {PICTURE_SENTENCE.before}
            <span class="picture__mark">{PICTURE_SENTENCE.figure}</span>
            {PICTURE_SENTENCE.after}
          </p>
          <ItemCard
            item={pictureItem(words)}
            documents={PICTURE_DOCUMENTS}
            words={words}
            theme={theme}
            pinned={false}
            titleId="picture-title"
            onClose={nothing}
            onPin={nothing}
            onSeeAll={nothing}
          />
        </div>
      </div>
      <figcaption class="quiet">{words.t('welcome.picture-caption')}</figcaption>
    </figure>
  );
}

function TryIt({ words, shortcuts }: Pick<WelcomeProps, 'words' | 'shortcuts'>) {
  const { t } = words;
  return (
    <section class="welcome__section" aria-labelledby="try">
      <h2 id="try">{t('welcome.try')}</h2>
      <p class="welcome__text">
        {t('welcome.try-hint')} {shortcuts.nextMark && t('welcome.try-keys', { shortcut: shortcuts.nextMark })}{' '}
        {shortcuts.panel && t('welcome.try-panel', { shortcut: shortcuts.panel })}
      </p>
      <article class="sample" lang="en">
        <h3>{SAMPLE.title}</h3>
        <p class="sample__by">
          {SAMPLE.outlet} · <time dateTime={SAMPLE.date}>{words.date(SAMPLE.date)}</time>
        </p>
        {SAMPLE.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <p class="quiet">{t('welcome.try-note')}</p>
    </section>
  );
}

/** The page after installing: what it does, one choice, an article to try it on, and what it never does. */
export function Welcome({ words, theme = 'system', mode, shortcuts, onChoose }: WelcomeProps) {
  const { t } = words;
  const never = ['send', 'track', 'judge', 'change', 'account'] as const;
  return (
    <div class="theme welcome" data-theme={theme === 'system' ? undefined : theme}>
      <main class="welcome__main">
        <header class="welcome__head">
          <p class="welcome__brand">
            <Brand size={28} />
            {t('brand.name')}
          </p>
          <h1>{t('welcome.title')}</h1>
          <p class="welcome__lead">{t('welcome.lead')}</p>
        </header>
        <Picture words={words} theme={theme} />
        <section class="welcome__section" aria-labelledby="choose">
          <h2 id="choose">{t('welcome.choose')}</h2>
          <p class="welcome__text">{t('welcome.choose-hint')}</p>
          <ButtonChoice options={sitesOptions(words)} value={mode} onChoose={onChoose} label={t('welcome.choose')} />
          <p role="status" class="quiet welcome__status">
            {mode && t('welcome.done')}
          </p>
        </section>
        <TryIt words={words} shortcuts={shortcuts} />
        <section class="welcome__section" aria-labelledby="never">
          <h2 id="never">{t('welcome.never')}</h2>
          <ul class="never">
            {never.map((what) => (
              <li key={what}>{t(`welcome.never.${what}`)}</li>
            ))}
          </ul>
        </section>
      </main>
    </div>
  );
}
