import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldKey } from '../../utils/language/fold.ts';
import { makeGate, mayPass, mergeGates, passesGate } from '../../utils/language/gate.ts';
import { fc } from '../tools/fuzz.ts';
import { entities, gate, readPage } from './names-helpers.ts';

/** [kind of page, text, may be on the topic by the page-side test, is on it] */
const rows: [string, string, boolean, boolean][] = [
  ['the coalition', 'The coalition of the willing for Ukraine met.', true, true],
  ['the coalition in other typography', 'The Coali\u00ADtion\u00A0of\u202Fthe “Willing” on Ukraine', true, true],
  ['the force', 'A reassurance force would enter Ukraine.', true, true],
  ['Ukraine and guarantees', 'Europeans discuss security guarantees for Ukraine.', true, true],
  ['Ukraine, allied soldiers, a truce', 'Germany would send soldiers to Ukraine once a ceasefire holds.', true, true],
  [
    'the same over two sentences',
    'Germany looks at a role in Ukraine. Bundeswehr units would go once a truce holds.',
    true,
    true,
  ],
  ['a headline of a force', '26 countries to join post-war force in Ukraine', true, true],
  ['contributors to a force', 'The president has a list of contributors to a force for Ukraine.', true, true],
  ['another force after another war', 'A postwar force kept order in Liberia; Ukraine sent helicopters.', false, false],
  [
    'a president and the Commission',
    'Donald Trump scolded the coalition of the willing. Ursula von der Leyen answered.',
    true,
    true,
  ],
  [
    'the same of another subject',
    'Donald Trump scolded the coalition of the willing on recycling. Ursula von der Leyen answered.',
    true,
    false,
  ],
  ['the deminers', 'Three mine clearers of the Danish Refugee Council died near Chernihiv.', true, true],
  ['their organisation elsewhere', 'The Danish Refugee Council mourns two of its staff in Lviv.', false, false],
  [
    'the fuel bill',
    'A White House official put fuel sales to Europe at 1.7 billion euros in a year; Russia keeps the money.',
    true,
    true,
  ],
  ['another fuel bill', 'The European Union paid 1.7 billion euros for Russian oil, a ministry says.', false, false],
  ['the war', 'Russian troops shelled a town in Ukraine; the army held the line.', false, false],
  ['a leader’s name', 'Emmanuel Macron dissolved parliament.', false, false],
  ['government coalition', 'The coalition talks in Berlin go on; coalition members quarrel.', false, false],
  ['Iraq 2003', 'Bush called them a coalition of the willing; Iraq was invaded.', true, false],
  ['climate', 'A coalition of the willing on climate met at COP30.', true, false],
  [
    'Gaza, Ukraine in passing',
    'European troops may join a force in Gaza after the ceasefire. Ukraine was not discussed by Hamas.',
    true,
    false,
  ],
  ['song contest', 'Ukraine is in the final of 26 countries at Eurovision.', false, false],
  ['National Guard', 'The National Guard sends troops to Portland.', false, false],
  ['school board', 'A coalition of the willing of parents saved the library.', true, false],
  [
    'a fact sheet that names no person',
    'Coalition of the willing: 35 members.\nTroops: not disclosed. Would deploy soldiers: not Italy, not Poland.',
    true,
    true,
  ],
  ['the force by its name alone', 'Half the voters would accept a reassurance force.', true, true],
  ['another club of countries', 'Denmark and Italy lead a coalition of the willing on toll roads.', true, false],
  [
    'people of many countries, soldiers, Ukraine, far apart',
    'Keir Starmer and Emmanuel Macron met.\nGiorgia Meloni will keep her soldiers at home.\nMark Carney joined on a screen. Volodymyr Zelensky was there for Ukraine.',
    true,
    true,
  ],
  [
    'people of many countries, no soldiers',
    'Keir Starmer and Emmanuel Macron met.\nGiorgia Meloni and Mark Carney spoke of tariffs. Volodymyr Zelensky of Ukraine dined with them.',
    false,
    false,
  ],
  ['a vow to deploy', 'Twelve promised to deploy in Ukraine the day after a truce.', true, true],
  ['North Korea', 'North Korea promised to deploy in occupied Ukraine even after a truce.', true, false],
  [
    'words far apart',
    'Ukraine lost the match.\nEuropean fans sang.\nIn other news, peacekeepers left Cyprus.',
    true,
    false,
  ],
];

describe('gate', () => {
  it.each(rows)('%s', (_, text, gatePasses, onTopic) => {
    const page = readPage(text);
    expect([page.gate, page.onTopic]).toEqual([gatePasses, onTopic]);
  });

  it('is plain JSON and small enough for the reader’s storage', () => {
    expect(JSON.parse(JSON.stringify(gate))).toEqual(gate);
    expect(JSON.stringify(gate).length).toBeLessThan(20_000);
  });

  it('merges: a page that passes one topic passes', () => {
    const other = makeGate([{ all: [['glacier'], ['melts', 'melted']] }], []);
    const both = mergeGates([gate, other]);
    expect(passesGate('The glacier has melted.', both)).toBe(true);
    expect(passesGate('The glacier stands.', both)).toBe(false);
    expect(passesGate('The reassurance force waits.', both)).toBe(true);
    expect(passesGate('The reassurance force waits.', other)).toBe(false);
  });

  /** The rule as it is said, on the whole text: what the quick way around the places of single words has to come to. */
  function passesByTheRule(text: string): boolean {
    const words = ` ${foldKey(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
    const holds = (phrase: string) => words.includes(` ${phrase} `);
    return gate.topics.some(
      (topic) => topic.anchors.some(holds) || topic.groups.some((group) => group.every((list) => list.some(holds))),
    );
  }

  it('says the same of any mixture of the topic’s words as the rule does on the whole text', () => {
    const phrases = gate.topics.flatMap(({ anchors, groups }) => [...anchors, ...groups.flat(2)]);
    const piece = fc.oneof(
      fc.constantFrom(...phrases),
      fc.constantFrom(...phrases.flatMap((phrase) => phrase.split(' '))),
      fc.constantFrom('un', 'the', 'Été', '“', '’s', '-', '\n', 'of the', 'x'.repeat(90)),
    );
    const text = fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', '\n', '-', '', '. ')), { maxLength: 90 });
    fc.assert(
      fc.property(text, (pieces) => {
        const page = pieces.map(([word, gap]) => word + gap).join('');
        expect(passesGate(page, gate)).toBe(passesByTheRule(page));
        // Whatever passes, the first look lets through.
        if (passesGate(page, gate)) expect(mayPass(page, gate)).toBe(true);
      }),
    );
  });

  it('finds the phrase behind a hundred other places of its word', () => {
    const others = 'The coalition talks go on. '.repeat(100);
    expect(passesGate(others, gate)).toBe(false);
    expect(passesGate(`${others} The coalition of the willing met.`, gate)).toBe(true);
  });

  it('lets nothing through without topics', () => {
    expect(passesGate('The coalition of the willing', mergeGates([]))).toBe(false);
    expect(passesGate('anything', makeGate([], []))).toBe(false);
  });

  it('never says no to a page that names an anchor without condition', () => {
    for (const entity of entities.filter((e) => e.anchor)) {
      for (const alias of entity.aliases.filter((a) => !a.onlyWithName)) {
        expect([alias.text, passesGate(`Zuvor: ${alias.text}, 12.`, gate)]).toEqual([alias.text, true]);
      }
    }
  });
});

/** The annotated passages, where this machine has them. */
const dev = (() => {
  try {
    const lines = readFileSync(new URL('../../../shared/eval/dev/dev.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    return lines.map((line) => JSON.parse(line) as { id: string; text: string; date: string; relevance: string });
  } catch {
    return [];
  }
})();

describe.runIf(dev.length > 0)('annotated passages', () => {
  it.each(dev.filter((p) => p.relevance === 'core' || p.relevance === 'off').map((p) => [p.id, p] as const))(
    '%s',
    (_, passage) => {
      const page = readPage(passage.text, passage.date.length === 10 ? passage.date : null);
      expect(page.onTopic && page.gate).toBe(passage.relevance === 'core');
    },
  );
});
