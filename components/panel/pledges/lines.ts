/** A row's sentences: who says so, what it was before, what else is reported. Pure; the view and the copied table share them. */
import type { LedgerEntry, LedgerRow, Position } from '../../../utils/ledger.ts';
import type { Words } from '../../../utils/words/types.ts';
import { upperFirst } from '../../parts/text.ts';

type Told = Pick<Position, 'voice' | 'saidBy'> & { outlet: string };

/** "Friedrich Merz", "According to The Times", "Reported by RBC-Ukraine": whose word it is. */
export function whoSays({ voice, saidBy, outlet }: Told, { t }: Words): string {
  if (!saidBy) return t('pledges.by-report', { outlet });
  return voice === 'office' ? upperFirst(saidBy) : t('pledges.by-named', { who: saidBy });
}

const dateOf = (asOf: string | undefined, words: Words): string =>
  asOf ? words.date(asOf) : words.t('sources.unknown-date');

/** "undecided, 4 Sep 2025 (Friedrich Merz)". */
function withDate(one: Position, words: Words): string {
  return words.t('pledges.position-by', {
    position: one.display,
    date: dateOf(one.asOf, words),
    who: one.saidBy ?? one.outlet,
  });
}

const joined = (all: readonly Position[], words: Words): string => words.list(all.map((one) => withDate(one, words)));

/**
 * What it was before. "Was" where the side has changed, "earlier" where the same side was put otherwise; and where no
 * office-holder said it, that it was reported.
 */
export function beforeLine({ now, before }: LedgerRow, words: Words): string | null {
  if (before.length === 0) return null;
  const what = joined(before, words);
  const { t } = words;
  // Of the positions between yes and no each is one of its own.
  const isSameSide = (a: Position, b: Position) => a.side === b.side && a.side !== 'open';
  const hasChanged = !before.some((one) => now.some((other) => isSameSide(one, other)));
  const isReport = before.every(({ voice }) => voice !== 'office');
  if (hasChanged) return isReport ? t('pledges.was-reported', { what }) : t('pledges.was', { what });
  return isReport ? t('pledges.earlier-reported', { what }) : t('pledges.earlier', { what });
}

export function alsoLine({ also }: LedgerRow, words: Words): string | null {
  return also.length > 0 ? words.t('pledges.also', { what: joined(also, words) }) : null;
}

/** "Expected: will send troops, 5 May 2026 (The Times)": what did not happen yet is never the stance. */
export function aheadLines({ ahead }: LedgerRow, words: Words): string[] {
  return ahead.map((one) =>
    words.t('pledges.ahead', {
      modality: upperFirst(words.t(`modality.${one.modality}`)),
      what: withDate(one, words),
    }),
  );
}

/** What is offered on another question, in the words of its terms where there are some. */
export function besidesLine({ besides }: LedgerRow, words: Words): string | null {
  if (besides.length === 0) return null;
  const what = besides.map((one) => withDate({ ...one, display: one.terms ?? one.display }, words));
  return words.t('pledges.besides', { what: words.list(what) });
}

/** "For NATO territory beside Ukraine. Once there is a ceasefire". */
export function termsOf({ mission, terms }: Pick<Position, 'mission' | 'terms'>, { t }: Words): string | null {
  if (mission && terms) return t('pledges.mission', { mission, terms: upperFirst(terms) });
  if (mission) return t('pledges.mission-alone', { mission });
  return terms ? upperFirst(terms) : null;
}

/** "Offered: < 7,500 troops, 7 Jan 2026 (The Times sources)": figures and facts that belong to the pledge. */
export function recordLines(row: LedgerRow, words: Words): string[] {
  return [...row.figures, ...row.facts].flatMap((id) => {
    const entry = row.timeline.find((one) => one.id === id);
    return entry ? [recordLine(entry, words)] : [];
  });
}

/** A figure with whose word it is and what it counts; of a fact, who says so is in the timeline. */
function recordLine(entry: LedgerEntry, words: Words): string {
  const { label = '', display, terms } = entry;
  const date = dateOf(entry.asOf, words);
  if (entry.kind === 'fact') return words.t('pledges.fact', { label, value: display, date });
  const figure = words.t('pledges.position-by', {
    position: display,
    date,
    who: entry.saidBy ?? entry.source.outlet,
  });
  return terms
    ? words.t('pledges.figure-terms', { label, figure, terms: upperFirst(terms) })
    : words.t('pledges.figure', { label, figure });
}
