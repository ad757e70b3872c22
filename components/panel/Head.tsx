import type { ComponentChildren } from 'preact';
import { NOTHING_DISMISSED, withoutDismissed } from '../../utils/dismissals.ts';
import type { Words } from '../../utils/words/types.ts';
import { Brand } from '../parts/Brand.tsx';
import { Switch } from '../parts/Switch.tsx';
import { upperFirst } from '../parts/text.ts';
import { type Count, countVerdicts, namesHere, orderItems } from './order.ts';
import type { PanelState } from './state.ts';

interface HeadProps {
  state: PanelState;
  host: string | null;
  words: Words;
  onSwitchSite(on: boolean): void;
  /** The tabs, which stay in sight with the head. */
  children?: ComponentChildren;
}

function say({ key, n }: Count, onlyFigures: boolean, { t }: Words): string {
  switch (key) {
    case 'conflicts':
      return onlyFigures ? t('count.figures-conflict', { n }) : t('count.statements-conflict', { n });
    case 'sources differ':
      return t('count.sources-differ', { n });
    case 'strained':
      return t('count.strained', { n });
    case 'less exact':
      return t('count.less-exact', { n });
    case 'changed since':
      return t('count.changed', { n });
    case 'agrees':
      return t('count.agrees', { n });
    case 'only here':
      return t('count.only-here', { n });
  }
}

/** The summary of a report in parts: what asks for attention, the rest, the names. */
export function summarise(state: PanelState, words: Words): { hot: string[]; rest: string[]; names: string } | null {
  if (state.view !== 'report') return null;
  const here = state.dismissed ?? NOTHING_DISMISSED;
  const shown = withoutDismissed(state.report, here);
  const dismissed = here.items.length + here.names.length;
  const ordered = orderItems(shown.items);
  const onlyFigures = ordered.conflicts.every((item) => item.verdict !== 'conflicts' || item.kind === 'figure');
  const counts = countVerdicts(ordered);
  const isHot = ({ key }: Count) => key === 'conflicts' || key === 'sources differ';
  const text = (count: Count) => say(count, onlyFigures, words);
  return {
    hot: counts.filter(isHot).map(text),
    rest: [
      ...counts.filter((count) => !isHot(count)).map(text),
      ...(dismissed > 0 ? [words.t('count.dismissed', { n: dismissed })] : []),
    ],
    names: words.t('count.names', { n: namesHere(shown).length }),
  };
}

function Summary({ state, words }: Pick<HeadProps, 'state' | 'words'>) {
  const summary = summarise(state, words);
  if (!summary) return null;
  const { hot, rest, names } = summary;
  const first = upperFirst(hot.join(', '));
  const then = rest.join(', ');
  return (
    <p class="summary">
      {hot.length > 0 ? <b class="summary__hot">{first}</b> : upperFirst(then || words.t('panel.no-conflicts'))}
      {hot.length > 0 && then && `, ${then}`}
      {' · '}
      {names}
    </p>
  );
}

/** Views in which a switch for the site would do nothing. */
const NO_SWITCH: PanelState['view'][] = ['unsupported', 'no-access', 'off-everywhere'];

/** Name of the extension, the site with its switch, and the counts. */
export function Head({ state, host, words, onSwitchSite, children }: HeadProps) {
  const on = state.view !== 'off-site';
  return (
    <header class="panel__head">
      <div class="brand">
        <Brand />
        <h1>{words.t('brand.name')}</h1>
        {host && <bdi class="site">{host}</bdi>}
        {host && !NO_SWITCH.includes(state.view) && (
          <Switch on={on} label={words.t('panel.site-switch', { host })} onSwitch={onSwitchSite} />
        )}
      </div>
      <Summary state={state} words={words} />
      {children}
    </header>
  );
}
