import { describe, expect, it } from 'vitest';
import { CueBook, expandCues } from '../../utils/language/cues.ts';
import { tokenAt, tokenize } from '../../utils/language/tokens.ts';

describe('cue phrases', () => {
  const find = (cues: string[], text: string) => {
    const book = new CueBook();
    const id = book.add(cues);
    const tokens = tokenize(text);
    return (book.find(tokens).get(id) ?? []).map((hit) => text.slice(tokens[hit.from]!.start, tokens[hit.to - 1]!.end));
  };

  it.each([
    ['whole words only', ['force'], 'The force was reinforced', ['force']],
    ['a prefix', ['pledg*'], 'They pledged; a pledge is a pledge', ['pledged', 'pledge', 'pledge']],
    ['several words', ['ready to'], 'She is ready to go, ready or not', ['ready to']],
    [
      'the longest at one place',
      ['security', 'security guarantee*'],
      'on security guarantees',
      ['security guarantees'],
    ],
    ['across a hyphen', ['video link'], 'by video-link', ['video-link']],
    ['capitals and accents do not matter', ['elysee'], 'At the Élysée', ['Élysée']],
    ['a possessive', ['coalition'], 'the coalition’s members', ['coalition’s']],
    ['a word at the very end', ['troops'], 'no troops', ['troops']],
  ])('%s', (_, cues, text, hits) => expect(find(cues, text)).toEqual(hits));

  it('writes vocabulary classes out, also nested ones', () => {
    expect(expandCues(['@go', 'stay'], { go: ['@walk', 'run'], walk: ['walk*'] })).toEqual(['walk*', 'run', 'stay']);
  });

  it('names an unknown class', () => {
    expect(() => expandCues(['@nothing'], {})).toThrow('@nothing');
  });

  it('refuses prefixes that match half the language', () => {
    expect(() => new CueBook().add(['a*'])).toThrow('a*');
  });

  it('finds the token at an offset', () => {
    const tokens = tokenize('one two three');
    expect(tokens[tokenAt(tokens, 4)]!.word).toBe('two');
    expect(tokens[tokenAt(tokens, 3)]!.word).toBe('two');
    expect(tokenAt(tokens, 13)).toBe(3);
  });
});
