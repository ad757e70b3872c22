/** The reader with everything behind it: settings, messages, cards. Ends with its signal, or with the extension. */
import {
  type DismissedHere,
  dismissedIn,
  figureOf,
  keysOf,
  NOTHING_DISMISSED,
  nameOf,
  withoutDismissed,
} from '../../utils/dismissals.ts';
import { analysePage, askForPacks, bringCards, tellChange } from '../../utils/extension/background-client.ts';
import { recallDismissals, setDismissed, watchDismissals } from '../../utils/extension/dismissals.ts';
import { isGateMissing, readGate, watchGate } from '../../utils/extension/gate.ts';
import { answer, isConnected } from '../../utils/extension/messages.ts';
import type { ReaderState } from '../../utils/extension/protocol.ts';
import { readerRequests } from '../../utils/extension/reader-requests.ts';
import { isOn, settings, watchOn } from '../../utils/extension/settings.ts';
import { readShortcut } from '../../utils/extension/shortcut.ts';
import { onRestored, whenSeen } from '../../utils/page/lifecycle.ts';
import type { MarkLevel, MarkSubject } from '../../utils/page/mark-choice.ts';
import { type Reader, type ReaderDeps, startReader } from '../../utils/page/reader.ts';
import { isConflict, type Report } from '../../utils/report.ts';
import type { CardSettings } from '../card/draw.tsx';
import { cardsHere } from '../card/place.ts';

/** Reads the page while it is wanted here; answers the panel and the commands. */
export async function runOnPage(signal: AbortSignal): Promise<void> {
  await whenSeen(document, signal);
  const host = location.hostname;
  let reader: Reader | null = null;
  /** Until the settings are read, nobody knows whether the reader is off here. */
  let settled = false;
  let marks: MarkLevel = 'all';
  const look: CardSettings = { theme: 'system', shortcut: '', texts: null };
  const gate = gateAhead();

  const start = (): void => {
    reader ??= startReader({ ...dependencies(look, gate), marks }, signal);
  };
  const stop = (): void => {
    if (!reader) return;
    reader.stop();
    reader = null;
    announce({ state: 'off' });
  };

  const stops = [
    answer(
      {
        'reader-state': () => reader?.state ?? { state: settled ? 'off' : 'scanning' },
        'show-place': (place) => ({ found: reader?.show(place) ?? false }),
        'next-mark': ({ direction }) => ({ found: reader?.step(direction) ?? false }),
        rescan: () => {
          reader?.rescan();
          return { started: reader !== null };
        },
      },
      readerRequests,
    ),
    watchOn(host, (on) => (on ? start() : stop())),
    settings.marks.watch((level) => {
      marks = level;
      reader?.setMarks(level);
    }),
    settings.theme.watch((theme) => {
      look.theme = theme;
    }),
    watchGate(() => {
      gate.forget();
      reader?.rescan();
    }),
    // What the report says is in the language too, and the cards' texts come with it.
    settings.language.watch(() => reader?.rescan()),
    watchDismissals(() => void reader?.recall()),
  ];
  signal.addEventListener('abort', () => stopAll(stops), { once: true });

  const settle = async (): Promise<boolean> => {
    const [on, level, theme, shortcut] = await Promise.all([
      isOn(host),
      settings.marks.get(),
      settings.theme.get(),
      readShortcut(),
    ]);
    if (signal.aborted) return false;
    if (marks !== level) reader?.setMarks(level);
    marks = level;
    Object.assign(look, { theme, shortcut });
    settled = true;
    return on;
  };
  // Nobody tells a page in the back/forward cache what changed meanwhile (Firefox), or all at once when it is back (Chromium).
  const resume = async (): Promise<void> => {
    if (!(await settle())) stop();
    else if (reader) await reader.resume();
    else start();
  };
  onRestored(window, () => void resume(), signal);
  if (!(await settle())) return;
  start();
  if (await isGateMissing()) await askForPacks();
}

function dependencies(look: CardSettings, early: { take(): ReturnType<typeof readGate> }): Omit<ReaderDeps, 'marks'> {
  return {
    alive: isConnected,
    gate: early.take,
    analyse: async (page) => {
      const answer = await analysePage(page);
      if (answer.ok) look.texts = answer.words ?? null;
      return answer;
    },
    recall,
    onDismiss: (subject, report, dismissed) => void keep(subject, report, dismissed),
    bringCards: cardsOnce(),
    hasCards: () => cardsHere() !== null,
    renderCard: (container, view) => cardsHere()?.draw(container, view, look),
    cardCss: () => cardsHere()?.css ?? '',
    onState: announce,
  };
}

/** The words of the topics, asked for together with the settings: the first pass need not wait for them. */
function gateAhead() {
  let ahead: ReturnType<typeof readGate> | null = readGate();
  // Whoever takes it hears of it.
  ahead.catch(() => {});
  const forget = (): void => {
    ahead = null;
  };
  const take = (): ReturnType<typeof readGate> => {
    const gate = ahead ?? readGate();
    forget();
    return gate;
  };
  return { take, forget };
}

/** The cards' script, brought with the first marks: whatever is hovered then can be shown at once. */
function cardsOnce(): () => Promise<void> {
  let brought: Promise<void> | null = null;
  return async () => {
    if (cardsHere()) return;
    brought ??= bringCards();
    try {
      await brought;
    } catch {
      brought = null;
    }
  };
}

/** Where the storage cannot be read, nothing is kept back. */
async function recall(report: Report): Promise<DismissedHere> {
  try {
    return dismissedIn(report, await recallDismissals(keysOf(report)));
  } catch {
    return NOTHING_DISMISSED;
  }
}

/** The reader hears of it by watching. Where there is no room for it, the card stays as it was. */
async function keep(subject: MarkSubject, report: Report, dismissed: boolean): Promise<void> {
  const record = subject.kind === 'item' ? figureOf(subject.item) : nameOf(subject.mention, report);
  if (record) await setDismissed([record], dismissed).catch(() => {});
}

/** For the badge and the panel. Where nobody is there any more, the reader notices by itself. */
function announce(state: ReaderState): void {
  const shown = state.state === 'ready' ? withoutDismissed(state.report, state.dismissed) : null;
  const conflicts = shown?.items.filter((item) => isConflict(item.verdict)).length;
  tellChange(conflicts ?? null).catch(() => {});
}

function stopAll(stops: readonly (() => void)[]): void {
  for (const stop of stops) {
    try {
      stop();
    } catch {
      // The extension is gone, and with it everything that there was to stop.
    }
  }
}
