/**
 * The article to try the extension on: written for this purpose, dated, and with one figure that is off. It stands in
 * the page as plain text, and the reader marks it as it would any other page.
 */
export const SAMPLE = {
  outlet: 'The Example Courier',
  date: '2025-09-08',
  title: 'Allies agree the outline of a force for Ukraine',
  paragraphs: [
    'The Coalition of the Willing met in Paris on Thursday to settle what should follow a ceasefire in Ukraine. President Emmanuel Macron said afterwards that about 35 countries had committed to deploying troops once the fighting stops.',
    'The coalition counts more than 30 members, and not all of them would send soldiers. Friedrich Merz said Germany would decide when the American contribution is known. Giorgia Meloni again ruled out Italian troops, and offered to help with monitoring.',
    'The White House complained that Russia had earned €1.1bn from fuel sold to the European Union in a year.',
  ],
} as const;
