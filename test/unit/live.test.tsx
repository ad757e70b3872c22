/** The panel's one live region: what it says, in which order, and what it does not say twice. */
import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { useContext } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Live, LiveContext, Noted } from '../../components/panel/live.tsx';
import { InPanel } from './in-panel.tsx';

const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('window', window);
vi.stubGlobal('document', document);
afterAll(() => vi.unstubAllGlobals());

let root: HTMLElement;
let live: Live;
beforeEach(() => {
  vi.useFakeTimers();
  root = document.createElement('div');
  document.body.replaceChildren(root);
});
afterEach(() => {
  vi.useRealTimers();
});

function View({ text }: { text: string }) {
  live = useContext(LiveContext);
  return <Noted text={text} />;
}
const draw = (text: string | null) =>
  act(() => render(<InPanel>{text !== null && <View text={text} />}</InPanel>, root));
const said = () => {
  expect(root.querySelectorAll('[role=status]')).toHaveLength(1);
  return root.querySelector('[role=status]')?.textContent;
};
const say = (text: string) => act(() => live.say(text));
const later = () =>
  act(() => {
    vi.runAllTimers();
  });

it('says what the view on show notes, and nothing once the view is gone', async () => {
  await draw('3 results');
  expect(said()).toBe('3 results');
  await draw('2 results');
  expect(said()).toBe('2 results');
  await draw(null);
  expect(said()).toBe('');
});

it('shows a message for a while, and does not say again what was said before it', async () => {
  await draw('3 results');
  await say('Copied');
  expect(said()).toBe('Copied');
  expect(root.querySelector('[role=status]')?.className).toBe('toast');
  await later();
  expect(said()).toBe('');
  expect(root.querySelector('[role=status]')?.className).toBe('sr');
});

it('says after a message what came under it, and afterwards what was said before it, if that is so again', async () => {
  await draw('3 results');
  await say('Copied');
  await draw('2 results');
  expect(said()).toBe('Copied');
  await later();
  expect(said()).toBe('2 results');
  await draw('3 results');
  expect(said()).toBe('3 results');
});
