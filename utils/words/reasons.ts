/** What the analysis says of a figure, a fact or a stance, in one sentence each. "Conflicts", "fits": never who is right. */
export const reasonTexts = {
  'summary.agrees': {
    one: 'This page says {page}. So does {count} source.',
    other: 'This page says {page}. So do {count} sources.',
  },
  'summary.fits': {
    one: 'This page says {page}. {first} source fits.',
    other: 'This page says {page}. {first} sources fit.',
  },
  'summary.others': {
    one: 'This page says {page}. {first} of {total} sources says {other}.',
    other: 'This page says {page}. {first} of {total} sources say {other}.',
  },
  'summary.all-others': {
    one: 'This page says {page}. {first} source says {other}.',
    other: 'This page says {page}. {first} sources say {other}.',
  },
  'summary.last-reported': 'This page says {page}, as last reported in {date}.',
  'summary.only-here': 'This page says {page}.',
  'summary.no-measure': 'Known as a figure, but not what it counts.',

  /** One to ten, as words; larger numbers stay digits. Languages that would have to inflect them write one empty word. */
  'number.words': 'one|two|three|four|five|six|seven|eight|nine|ten',

  'reason.reads-as': '“{page}” reads as {range}; {others}.',
  'reason.says': '{others}.',
  'reason.sources-say': {
    one: '{count} source from {dates} says {value}',
    other: '{count} sources from {dates} say {value}',
  },
  'reason.sources-say-undated': { one: '{count} source says {value}', other: '{count} sources say {value}' },
  'reason.less-exact': '“{page}” includes {other}, which is more exact; {others}.',
  'reason.more-exact': '{page} lies within what the sources say: {others}.',
  'reason.edge': 'It only just fits: “{page}” reads as {range}; {others}.',
  'reason.same': 'The sources say the same: {others}.',
  'reason.fits': 'It fits what the sources say: {others}.',
  'reason.changed-later': 'Later reports say {value} ({dates}); both can be right for their day.',
  'reason.changed-earlier': 'Earlier reports say {value} ({dates}); both can be right for their day.',
  'reason.last-reported': 'The newest source on this is of {date}: {value}.',
  'reason.only-here': 'No source here speaks of this.',
  'reason.no-event': 'Which meeting is meant is not clear, so it is compared with nothing.',
  'reason.not-said': 'The page asks or denies this, so it is compared with nothing.',
  'reason.undated': 'This page has no date, so it is compared with sources of all dates.',
  'reason.identifies': 'A number that names a thing: nothing to compare.',
  'reason.self': 'Elsewhere this page says {other}.',
  'mixup.text': '{value} counts {label} ({outlet}).',

  'number.range': '{low}–{high}',
  'number.from': '{low} or more',
  'number.to': 'up to {high}',
  'display.about': '≈ {value}',
  'display.more': '> {value}',
  'display.least': '≥ {value}',
  'display.fewer': '< {value}',
  'display.most': '≤ {value}',
} as const;
