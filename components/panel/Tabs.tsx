/** The panel's views side by side. Arrow keys, Home and End move between tabs, as WAI-ARIA's pattern for tabs has it. */
import { useRef } from 'preact/hooks';
import type { Words } from '../../utils/words/types.ts';

export const PANEL_TABS = ['page', 'pledges', 'search', 'saved', 'draft'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export const tabElementId = (tab: PanelTab): string => `tab-${tab}`;
/** The view that a tab controls. */
export const viewElementId = (tab: PanelTab): string => `view-${tab}`;

interface TabsProps {
  tabs: readonly PanelTab[];
  current: PanelTab;
  words: Words;
  onChoose(tab: PanelTab): void;
}

/** Where a key leads from place `at` of `count`; null where it means nothing here. */
export function placeAfter(key: string, at: number, count: number, rightToLeft = false): number | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** One tab alone would be a label: nothing is drawn for it. */
export function Tabs({ tabs, current, words, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  if (tabs.length < 2) return null;
  const move = (event: KeyboardEvent) => {
    const element = list.current;
    const rightToLeft = element ? getComputedStyle(element).direction === 'rtl' : false;
    const place = placeAfter(event.key, tabs.indexOf(current), tabs.length, rightToLeft);
    const next = place === null ? undefined : tabs[place];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    element?.querySelector<HTMLElement>(`#${tabElementId(next)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={words.t('panel.tabs')} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabElementId(tab)}
          aria-selected={tab === current}
          aria-controls={tab === current ? viewElementId(tab) : undefined}
          tabIndex={tab === current ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {words.t(`tab.${tab}`)}
        </button>
      ))}
    </div>
  );
}
