/** Components drawn without a browser, on a page of linkedom's: for tests of what they say, and of what their controls do. */
import { parseHTML } from 'linkedom';
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, beforeEach, expect } from 'vitest';

const { document, window } = parseHTML('<!doctype html><html><body></body></html>');

export interface Drawn {
  /** Where it is drawn; a new element for each test. */
  readonly root: HTMLElement;
  /** What was focused last in this test: linkedom itself has no focus. */
  readonly focused: Element | null;
  /** What was scrolled to in this test, in order. */
  readonly scrolledTo: readonly Element[];
  draw(node: VNode): HTMLElement;
  /** Visible text, spaces folded; of the whole drawing without an element. */
  text(element?: Element | null): string;
  /** Throws where there is none. */
  button(name: string | RegExp): HTMLElement;
  /** Throws where there is no element. */
  fire(element: Element | null | undefined, type: string, more?: object): Event;
  click(name: string | RegExp): Event;
  /** Every control has a name, every link is safe: true of whatever is drawn. */
  checkControls(): void;
}

/** Call it once, at the top of a test file. */
export function drawnPage(): Drawn {
  const before = { document: globalThis.document, window: globalThis.window };
  Object.assign(globalThis, { document, window });
  afterAll(() => Object.assign(globalThis, before));
  let root: HTMLElement;
  let focused: Element | null = null;
  let scrolledTo: Element[] = [];
  window.HTMLElement.prototype.focus = function focus(this: Element) {
    focused = this;
  };
  window.HTMLElement.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    scrolledTo.push(this);
  };
  beforeEach(() => {
    focused = null;
    scrolledTo = [];
    root = document.createElement('div');
    document.body.replaceChildren(root);
  });

  const text = (element: Element | null = root): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const button = (name: string | RegExp): HTMLElement => {
    const isNamed = (one: Element) => {
      const label = one.getAttribute('aria-label') ?? text(one);
      return typeof name === 'string' ? label === name : name.test(label);
    };
    const found = [...root.querySelectorAll('button')].find(isNamed);
    if (!found) throw new Error(`no button ${name}`);
    return found as HTMLElement;
  };
  const fire: Drawn['fire'] = (element, type, more = {}) => {
    if (!element) throw new Error(`nothing there for ${type}`);
    const event = Object.assign(new window.Event(type, { bubbles: true, cancelable: true }), more);
    act(() => {
      element.dispatchEvent(event);
    });
    return event;
  };
  return {
    get root() {
      return root;
    },
    get focused() {
      return focused;
    },
    get scrolledTo() {
      return scrolledTo;
    },
    draw: (node) => {
      act(() => render(node, root));
      return root;
    },
    text,
    button,
    fire,
    click: (name) => fire(button(name), 'click'),
    checkControls: () => {
      for (const control of root.querySelectorAll('button, a'))
        expect(text(control) || control.getAttribute('aria-label'), control.outerHTML).toBeTruthy();
      for (const link of root.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^https?:/);
        expect(link.getAttribute('rel')).toBe('noopener noreferrer');
      }
      for (const one of root.querySelectorAll('button')) expect(one.getAttribute('type')).toBe('button');
    },
  };
}
