/** English for the quantity reader: currencies, units of measurement and of time, ages. */
import { phraseTable } from '../quantities/phrases.ts';
import type { QuantityWords, Unit } from '../quantities/words.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

const all = (kind: Unit['kind'], table: Record<string, string>, from?: number): [string, Unit][] =>
  Object.entries(table).flatMap(([unit, phrases]) =>
    list(phrases).map((phrase): [string, Unit] => [phrase, from === undefined ? { unit, kind } : { unit, kind, from }]),
  );

/** Words that are money only beside large numbers: two pounds may be a weight, "26 won" a verb. */
const LARGE_SUM = 1000;

const MONEY: Record<string, string> = {
  EUR: 'euro, euros, eur, €',
  USD: 'dollar, dollars, us dollar, us dollars, u.s. dollars, american dollars, usd, us$, $',
  GBP: 'pounds sterling, pound sterling, british pounds, gbp, £, quid',
  CAD: 'canadian dollars, canadian dollar, cad',
  AUD: 'australian dollars, australian dollar, aud',
  NZD: 'new zealand dollars, nzd',
  HKD: 'hong kong dollars, hkd',
  SGD: 'singapore dollars, sgd',
  JPY: 'yen, japanese yen, jpy, ¥',
  CNY: 'yuan, chinese yuan, renminbi, cny, rmb',
  CHF: 'swiss francs, swiss franc, francs, franc, chf',
  SEK: 'swedish kronor, swedish krona, swedish crowns, kronor, krona, sek',
  NOK: 'norwegian kroner, norwegian krone, norwegian crowns, nok',
  DKK: 'danish kroner, danish krone, danish crowns, dkk',
  CZK: 'czech crowns, czech koruna, koruna, korunas, czk',
  kroner: 'kroner, krone, crowns',
  PLN: 'zloty, zlotys, zloties, złoty, pln',
  HUF: 'forints, forint, huf',
  RON: 'lei, ron',
  UAH: 'hryvnia, hryvnias, hryvnya, hryvnyas, uah, ₴',
  RUB: 'roubles, rouble, rubles, ruble, rub, ₽',
  TRY: 'turkish lira, lira, liras',
  INR: 'rupees, rupee, indian rupees, inr, ₹',
  ILS: 'shekels, shekel, ils, ₪',
  KRW: 'south korean won, korean won, krw, ₩',
  ZAR: 'south african rand, rand, zar',
  BRL: 'reais, brazilian reais, brl',
  MYR: 'ringgit, myr',
  cent: 'cents, cent, ¢',
  penny: 'pence, pennies',
};

const TIME: Record<string, string> = {
  second: 'second, seconds, secs',
  minute: 'minute, minutes, min, mins',
  hour: 'hour, hours, hr, hrs',
  day: 'day, days',
  week: 'week, weeks',
  fortnight: 'fortnight, fortnights',
  month: 'month, months',
  year: 'year, years, yr, yrs, calendar years, full year, full years',
  decade: 'decade, decades',
  century: 'century, centuries',
};

const MEASUREMENT: Record<string, string> = {
  'square kilometre':
    'square kilometres, square kilometers, square kilometre, square kilometer, sq km, sq. km, km2, km²',
  'square metre': 'square metres, square meters, square metre, square meter, sq m, sq. m, m², sqm',
  'square mile': 'square miles, square mile, sq miles',
  'square foot': 'square feet, square foot, sq ft, sq. ft',
  'cubic metre': 'cubic metres, cubic meters, cubic metre, m³',
  'cubic foot': 'cubic feet, cubic foot',
  'kilometre per hour':
    'kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour, kph, km/h, kmh',
  'mile per hour': 'miles per hour, miles an hour, mph, m.p.h.',
  kilometre: 'kilometres, kilometers, kilometre, kilometer, km, kms',
  metre: 'metres, meters, metre, meter',
  centimetre: 'centimetres, centimeters, centimetre, centimeter, cm',
  millimetre: 'millimetres, millimeters, millimetre, millimeter, mm',
  nanometre: 'nanometres, nanometers, nanometre, nanometer, nm',
  mile: 'miles, mile, nautical miles',
  yard: 'yards, yard',
  foot: 'feet, foot, ft',
  inch: 'inches, inch',
  hectare: 'hectares, hectare, ha',
  acre: 'acres, acre',
  tonne: 'tonnes, tonne, metric tons, metric tonnes, metric ton',
  ton: 'tons, ton',
  kilogram: 'kilograms, kilogrammes, kilogram, kilos, kilo, kg, kgs',
  gram: 'grams, grammes, gram',
  milligram: 'milligrams, milligram, mg',
  pound: 'lb, lbs',
  ounce: 'ounces, ounce, oz',
  litre: 'litres, liters, litre, liter',
  gallon: 'gallons, gallon',
  'barrel per day': 'barrels per day, barrels a day, bpd',
  barrel: 'barrels, barrel',
  watt: 'watts, watt',
  kilowatt: 'kilowatts, kilowatt, kw',
  megawatt: 'megawatts, megawatt, mw',
  gigawatt: 'gigawatts, gigawatt, gw',
  'kilowatt hour': 'kilowatt hours, kilowatt-hours, kwh',
  'megawatt hour': 'megawatt hours, mwh',
  'gigawatt hour': 'gigawatt hours, gwh',
  horsepower: 'horsepower, hp, bhp',
  volt: 'volts, volt',
  hertz: 'hertz, hz',
  kilohertz: 'kilohertz, khz',
  megahertz: 'megahertz, mhz',
  gigahertz: 'gigahertz, ghz',
  decibel: 'decibels, decibel, db',
  megabyte: 'megabytes, mb',
  gigabyte: 'gigabytes, gigabyte, gb',
  terabyte: 'terabytes, terabyte, tb',
  degree: 'degrees, degree, °',
  'degree celsius': 'degrees celsius, degrees centigrade, celsius, °c, ° c, degc, deg c',
  'degree fahrenheit': 'degrees fahrenheit, fahrenheit, °f, ° f, degf, deg f',
  calorie: 'calories, calorie, kcal',
  'parts per million': 'parts per million, ppm',
  'parts per billion': 'parts per billion, ppb',
  kiloton: 'kilotons, kilotonnes, kilotonne',
  knot: 'knots',
  'pound per square inch': 'pounds per square inch, psi',
  'kilopound per square inch': 'ksi',
};

const SHARES: Record<string, string> = {
  percent: '%, percent, per cent, pc, pct, ％',
  'percentage point': 'percentage points, percentage point, % points, pp, ppts',
  'basis point': 'basis points, bps',
  permille: '‰',
};

/** Units that stand against the digits; the case tells them from suffixes and names. */
const SYMBOLS: Record<string, Unit> = {
  W: { unit: 'watt', kind: 'measurement' },
  V: { unit: 'volt', kind: 'measurement' },
  C: { unit: 'degree celsius', kind: 'measurement' },
  F: { unit: 'degree fahrenheit', kind: 'measurement' },
  l: { unit: 'litre', kind: 'measurement' },
  L: { unit: 'litre', kind: 'measurement' },
  g: { unit: 'gram', kind: 'measurement' },
  p: { unit: 'penny', kind: 'money' },
  mi: { unit: 'mile', kind: 'measurement' },
  sec: { unit: 'second', kind: 'duration' },
  m2: { unit: 'square metre', kind: 'measurement' },
  m3: { unit: 'cubic metre', kind: 'measurement' },
  km2: { unit: 'square kilometre', kind: 'measurement' },
  ml: { unit: 'millilitre', kind: 'measurement' },
  cl: { unit: 'centilitre', kind: 'measurement' },
  μm: { unit: 'micrometre', kind: 'measurement' },
  µm: { unit: 'micrometre', kind: 'measurement' },
  kV: { unit: 'kilovolt', kind: 'measurement' },
  cc: { unit: 'cubic centimetre', kind: 'measurement' },
  MP: { unit: 'megapixel', kind: 'measurement' },
  mAh: { unit: 'milliampere hour', kind: 'measurement' },
  G: { unit: 'generation', kind: 'measurement' }, // 5G; grams are small
  MPa: { unit: 'megapascal', kind: 'measurement' },
  GPa: { unit: 'gigapascal', kind: 'measurement' },
  kPa: { unit: 'kilopascal', kind: 'measurement' },
  Mbps: { unit: 'megabit per second', kind: 'measurement' },
  Gbps: { unit: 'gigabit per second', kind: 'measurement' },
  mpg: { unit: 'mile per gallon', kind: 'measurement' },
  Nm: { unit: 'newton metre', kind: 'measurement' },
  kJ: { unit: 'kilojoule', kind: 'measurement' },
  fps: { unit: 'frame per second', kind: 'measurement' },
  rpm: { unit: 'revolution per minute', kind: 'measurement' },
  bpm: { unit: 'beat per minute', kind: 'measurement' },
};

/** "PS6m": the pound sign after a conversion to plain ASCII; "PS5" is a console (see `LARGE_SUM`). */
const CURRENCY_BEFORE: Record<string, string> = {
  EUR: '€, eur, e€',
  USD: '$, us$, us $, usd, u.s.$, u.s. $',
  GBP: '£, gbp, stg£, uk£',
  CAD: 'c$, ca$, c $, cad, cad$, can$',
  AUD: 'a$, au$, au $, aud, aud$',
  NZD: 'nz$, nz $, nzd',
  HKD: 'hk$, hk $, hkd',
  SGD: 's$, s $, sgd',
  TWD: 'nt$, nt $',
  JPY: '¥, jpy, jp¥',
  CNY: 'cny, rmb, cn¥',
  CHF: 'chf, fr., sfr',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  PLN: 'pln',
  CZK: 'czk',
  UAH: '₴, uah',
  RUB: '₽, rub',
  INR: '₹, rs, rs., inr',
  ILS: '₪, ils, nis',
  KRW: '₩, krw',
  TRY: '₺',
  MYR: 'rm, myr',
  BRL: 'r$, brl',
  MXN: 'mx$, mxn',
  ZAR: 'zar',
};

const TIME_UNITS = all('duration', TIME);
const UNITS: [string, Unit][] = [
  ...all('money', MONEY),
  ...all('money', { GBP: 'pounds, pound', KRW: 'won', CNY: 'rmb' }, LARGE_SUM),
  ...TIME_UNITS,
  ...all('measurement', MEASUREMENT),
  ...all('percent', SHARES),
];

const metre: Unit = { unit: 'metre', kind: 'measurement' };

export const MEASURES: {
  metreBefore: { words: ReadonlySet<string>; unit: Unit };
  metreAfter: ReadonlySet<string>;
  tables: Pick<QuantityWords, 'currencyBefore' | 'units' | 'symbols' | 'old' | 'ageBefore'>;
} = {
  metreBefore: {
    words: new Set(
      list(
        'long, tall, high, wide, deep, away, hurdles, race, sprint, swim, freestyle, butterfly, backstroke, relay, dash, above, below, (, ×, telescope, yacht, pool',
      ),
    ),
    unit: metre,
  },
  metreAfter: new Set(list('ft, feet, foot, in, inches, yards, miles')),
  tables: {
    currencyBefore: phraseTable(
      Object.entries(CURRENCY_BEFORE)
        .flatMap(([code, phrases]) =>
          list(phrases)
            // "us$" is two tokens where the sign is no letter.
            .map((phrase): [string, { unit: string; from?: number }] => [
              phrase.replace(/([a-z.])([$€£¥])/, '$1 $2'),
              { unit: code },
            ]),
        )
        .concat([['ps', { unit: 'GBP', from: LARGE_SUM }]]),
    ),
    units: phraseTable(UNITS),
    symbols: new Map([
      ...Object.entries(SYMBOLS),
      ['m', metre],
      // Words and abbreviations of the table above stand against the digits as well: "64GB", "20km", "5pc", "10mins".
      ...UNITS.filter(([phrase, unit]) => /^[a-z]{2,5}$/.test(phrase) && unit.from === undefined),
    ]),
    old: new Set(list('old, olds, aged')),
    ageBefore: phraseTable<true>(
      list('aged, age, ages, age of, ages of, aged between, aged from').map((phrase) => [phrase, true]),
    ),
  },
};
