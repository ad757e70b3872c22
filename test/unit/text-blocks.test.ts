import { expect, it } from 'vitest';
import { textBlocks } from '../../corpus/text-blocks.ts';

function reading(most: number) {
  const calls: string[][] = [];
  const blocks = textBlocks<{ at: string }>(async (names) => {
    calls.push([...names]);
    return names.map((name) => [`{"at":"${name} 0"}`, `{"at":"${name} 1"}`]);
  }, most);
  return { calls, blocks };
}

it('reads what is not kept with one call, each block once', async () => {
  const { calls, blocks } = reading(10);
  const found = await blocks(['a', 'b', 'a']);
  expect(found.get('b')!(1)).toEqual({ at: 'b 1' });
  expect((await blocks(['b', 'c'])).get('c')!(0)).toEqual({ at: 'c 0' });
  expect(calls).toEqual([['a', 'b'], ['c']]);
});

it('gives the same object for the same text, so that what is made of it can be kept with it', async () => {
  const { blocks } = reading(10);
  const [once, again] = [(await blocks(['a'])).get('a')!(0), (await blocks(['a'])).get('a')!(0)];
  expect(once).toBe(again);
});

it('lets the longest unused go, and gives all of one call however much that is', async () => {
  const { calls, blocks } = reading(2);
  expect([...(await blocks(['a', 'b', 'c'])).keys()]).toEqual(['a', 'b', 'c']);
  await blocks(['b']);
  await blocks(['d']);
  await blocks(['b']);
  expect(calls).toEqual([['a', 'b', 'c'], ['d']]);
  await blocks(['a']);
  expect(calls.at(-1)).toEqual(['a']);
});

it('asks again where reading failed', async () => {
  let fails = true;
  const blocks = textBlocks<number>(async () => {
    if (fails) throw new Error('closed');
    return [['7']];
  }, 2);
  await expect(blocks(['a'])).rejects.toThrow('closed');
  fails = false;
  expect((await blocks(['a'])).get('a')!(0)).toBe(7);
});
