import { describe, expect, it } from 'vitest';
import { readPage } from './names-helpers.ts';

/** [kind of sentence, text, "surface=entity; …" without countries, date]. All texts are our own. */
type Row = [string, string, string, (string | null)?];

const check = (rows: Row[]) => {
  it.each(rows)('%s', (_, text, names, date) => {
    expect(readPage(text, date === undefined ? '2025-09-05' : date).names).toBe(names);
  });
};

describe('people named in full', () => {
  check([
    [
      'possessive left out',
      "Emmanuel Macron’s aides met Keir Starmer's.",
      'Emmanuel Macron=emmanuel-macron; Keir Starmer=keir-starmer',
    ],
    [
      'titles left out',
      'Prime Minister Giorgia Meloni met Chancellor Friedrich Merz.',
      'Giorgia Meloni=giorgia-meloni; Friedrich Merz=friedrich-merz',
    ],
    [
      'small particle',
      'Bart de Wever and Ursula Von der Leyen spoke.',
      'Bart de Wever=bart-de-wever; Ursula Von der Leyen=ursula-von-der-leyen',
    ],
    [
      'initial and middle name',
      'Donald J. Trump wrote to Volodymyr Oleksandrovych Zelensky.',
      'Donald J. Trump=donald-trump; Volodymyr Oleksandrovych Zelensky=volodymyr-zelensky',
    ],
    [
      'knight',
      'Sir Keir Starmer spoke first; Sir Keir left early.',
      'Sir Keir Starmer=keir-starmer; Sir Keir=keir-starmer',
    ],
    [
      'all spellings of one name',
      'Volodymyr Zelenskyy, Volodymyr Zelenskiy, Wolodymyr Selenskyj, Володимир Зеленський',
      'Volodymyr Zelenskyy=volodymyr-zelensky; Volodymyr Zelenskiy=volodymyr-zelensky; Wolodymyr Selenskyj=volodymyr-zelensky; Володимир Зеленський=volodymyr-zelensky',
    ],
    [
      'without diacritics',
      'Micheal Martin, Pedro Sanchez, Gitanas Nauseda, Jonas Gahr Store',
      'Micheal Martin=micheal-martin; Pedro Sanchez=pedro-sanchez; Gitanas Nauseda=gitanas-nauseda; Jonas Gahr Store=jonas-gahr-store',
    ],
    ['decomposed diacritics', 'Pedro Sa\u0301nchez agreed.', 'Pedro Sa\u0301nchez=pedro-sanchez'],
    [
      'no-break space, soft hyphen',
      'Emmanuel\u00A0Macron rang Volo\u00ADdymyr Zelen\u00ADskyy.',
      'Emmanuel\u00A0Macron=emmanuel-macron; Volo\u00ADdymyr Zelen\u00ADskyy=volodymyr-zelensky',
    ],
    [
      'no-break hyphen',
      'Władysław Kosiniak\u2011Kamysz agreed.',
      'Władysław Kosiniak\u2011Kamysz=wladyslaw-kosiniak-kamysz',
    ],
    ['capitals', 'MACRON AND ZELENSKY MEET OVER UKRAINE', 'MACRON=emmanuel-macron; ZELENSKY=volodymyr-zelensky'],
    ['no handles', 'Follow @Macron and @ZelenskyyUa for Ukraine.', ''],
  ]);
});

describe('surnames alone', () => {
  check([
    [
      'behind a word of the sentence or clause before',
      'They thanked one another. Donald Trump left. They praised each another; Trump slept, and Ukraine waited.',
      'Donald Trump=donald-trump; Trump=donald-trump',
    ],
    [
      'every repetition after the full name',
      'Donald Tusk spoke on Ukraine. Tusk left, and Tusk’s train was late.',
      'Donald Tusk=donald-tusk; Tusk=donald-tusk; Tusk=donald-tusk',
    ],
    [
      'distinctive, on a page about Ukraine',
      'Macron told Starmer that Ukraine cannot wait.',
      'Macron=emmanuel-macron; Starmer=keir-starmer',
    ],
    [
      'country in the same sentence',
      'The coalition of the willing helps Ukraine. For Italy, Meloni excluded soldiers.',
      'coalition of the willing=coalition-of-the-willing; Meloni=giorgia-meloni',
    ],
    [
      'country’s possessive',
      'Poland’s Tusk and Spain’s Sánchez dialled in.',
      'Tusk=donald-tusk; Sánchez=pedro-sanchez',
    ],
    ['title that fits', 'Taoiseach Martin thanked President Pavel.', 'Martin=micheal-martin; Pavel=petr-pavel'],
    ['title of another trade', 'Detective Meloni and Judge Merz talked about Ukraine.', ''],
    [
      'company of two others',
      'Merz, Macron and Starmer took the night train.',
      'Merz=friedrich-merz; Macron=emmanuel-macron; Starmer=keir-starmer',
    ],
    [
      'courtesy title, on a page about the coalition',
      'The coalition of the willing helps Ukraine. Mr. Merz and Mr Kushner were late.',
      'coalition of the willing=coalition-of-the-willing; Merz=friedrich-merz; Kushner=jared-kushner',
    ],
    [
      'courtesy title of somebody who was named in full',
      'The coalition of the willing helps Ukraine. Pete Costa sells bread. Mr. Costa was late.',
      'coalition of the willing=coalition-of-the-willing',
    ],
    [
      'openers are no first names',
      'Speaking in Kyiv, Macron agreed. Meanwhile Zelensky waited. But Putin refused. On Friday Trump called.',
      'Macron=emmanuel-macron; Zelensky=volodymyr-zelensky; Putin=vladimir-putin; Trump=donald-trump',
    ],
    [
      'joined by hyphens',
      'After the Trump-Putin summit on Ukraine, pro-Putin voices were glad and a Macron-led force was drawn up.',
      'Trump=donald-trump; Putin=vladimir-putin; Putin=vladimir-putin; Macron=emmanuel-macron',
    ],
    [
      'a country of the same name',
      'Montenegro helps Ukraine. Luís Montenegro spoke; Montenegro said Lisbon agrees.',
      'Luís Montenegro=luis-montenegro; Montenegro=luis-montenegro',
    ],
  ]);
});

describe('namesakes and look-alikes give nothing', () => {
  check([
    ['ivory', 'Customs in Kyiv found ivory from Ukraine: Tusk after tusk lay on the table.', ''],
    ['accent', 'The macron marks a long vowel. Macron placement matters.', ''],
    ['sports brand', 'The club wears Macron next season.', ''],
    ['actor, then his surname', 'Christopher Meloni visited Ukraine. Meloni met soldiers of Italy.', ''],
    ['company', 'Merz Pharma opened a plant in Ukraine. Merz has three.', ''],
    ['denied before', 'Not that Friedrich Merz: this one baked bread. Merz sold rolls in Germany.', ''],
    ['denied behind', 'Mark Carney, no relation, drives a bus. Carney likes it.', ''],
    ['calling behind', 'Peter Dutton, a retired plumber from Leeds, laughs about it. Dutton has time.', ''],
    [
      'calling of one with a rare name',
      'Volodymyr Zelensky, a former comedian, leads Ukraine.',
      'Volodymyr Zelensky=volodymyr-zelensky',
    ],
    ['calling right behind', 'Pedro Sánchez, striker of the home side, scored. Sánchez left Spain.', ''],
    ['calling before', 'The jockey Mark Carney won. Carney rode two winners.', ''],
    [
      'countries, coffee, ships',
      'Costa Rica, Costa Coffee and the Costa Concordia have nothing to do with Ukraine.',
      '',
    ],
    ['particle', 'Manuel da Costa plays for Ukraine; Costa-Gavras films it.', ''],
    ['other first names', 'Steve Martin, Kamala Harris, Keanu Reeves and Ivanka Trump wrote about Ukraine.', ''],
    ['surname as first name', 'Pavel Durov and Dan Brown wrote about Ukraine.', ''],
    ['buildings, cars', 'Outside Trump Tower an Aston Martin stood for Ukraine.', ''],
    ['junior', 'Donald Trump Jr wrote about Ukraine.', ''],
    ['an acronym', 'A FICO score helps in Slovakia and Ukraine.', ''],
    [
      'a common word',
      'Store closures hit Oslo. Jonas Gahr Støre helps Ukraine; Støre said how.',
      'Jonas Gahr Støre=jonas-gahr-store; Støre=jonas-gahr-store',
    ],
    [
      'wife beside the president',
      'Emmanuel Macron spoke of Ukraine, Brigitte Macron of the garden. Macron went on.',
      'Emmanuel Macron=emmanuel-macron; Macron=emmanuel-macron',
    ],
    [
      'other bearer last',
      'Micheál Martin spoke of Ukraine. Michael Martin, his critic, disagreed; Martin stayed away.',
      'Micheál Martin=micheal-martin',
    ],
    ['other bearer only', 'Francesca Albanese reported. Albanese said states must act.', ''],
    ['lower case', 'He will tusk and macron his way through Ukraine.', ''],
  ]);
});

describe('role phrases', () => {
  check([
    [
      'holder on the date',
      'The French prime minister and the French defence minister spoke of Ukraine.',
      'The French prime minister=sebastien-lecornu; the French defence minister=catherine-vautrin',
      '2025-10-21',
    ],
    [
      'holder on another date',
      'The French defence minister spoke of Ukraine.',
      'The French defence minister=sebastien-lecornu',
      '2025-05-21',
    ],
    ['nobody of the pack', 'The French president met the British prime minister.', '', '2010-05-01'],
    ['former holders', 'The former French president warned of it.', ''],
    [
      'beside the name',
      'Emmanuel Macron, the French president, met the Italian prime minister, Giorgia Meloni.',
      'Emmanuel Macron=emmanuel-macron; Giorgia Meloni=giorgia-meloni',
    ],
    ['as a title', 'French President Emmanuel Macron spoke.', 'Emmanuel Macron=emmanuel-macron'],
    ['possessive', 'Ukraine’s president thanked them.', 'Ukraine’s president=volodymyr-zelensky'],
    [
      'no date, holder named',
      'Donald Trump listened. The US president nodded.',
      'Donald Trump=donald-trump; The US president=donald-trump',
      null,
    ],
    ['no date, holder not named', 'The US president nodded.', '', null],
  ]);
});

describe('countries', () => {
  const rows: [string, string, string][] = [
    [
      'names and adjectives',
      'French and U.S. officials met in Ukraine.',
      'French=france; U.S.=united-states; Ukraine=ukraine',
    ],
    [
      'capital that acts',
      'Paris said no, and Kyiv, Berlin and London have agreed.',
      'Paris=france; Kyiv=ukraine; Berlin=germany; London=united-kingdom',
    ],
    ['capital as a place', 'They met in Paris. The Berlin talks ended.', ''],
    ['part of another name', 'Northern Ireland and Latin America look on.', ''],
    ['pronoun', 'They told us so.', ''],
  ];
  it.each(rows)('%s', (_, text, countries) => {
    expect(readPage(text).countries).toBe(countries);
  });
});
