/** Pages to measure on: ordinary prose of our own, one paragraph in ten on the topic, names across inline markup. */
import { makeArticle } from './articles.ts';

const TOPIC = [
  'The <b>Coalition of the Willing</b> met again in Paris, and the talk went on until the morning.',
  'One official said that about 35 countries had committed to deploying troops to Ukraine once a ceasefire holds.',
  '<a href="/macron">Emmanuel <em>Macron</em></a> left without a word, and Keir <span>Starmer</span> had gone from the screen.',
  '26 countries have agreed to send troops to <i>Ukraine</i> or to be present at sea and in the air, Mr Macron said.',
  'Giorgia <b>Meloni</b> repeated that Italy will not send soldiers, and Friedrich Merz that Germany had not decided.',
];
const PARAGRAPHS_PER_TOPIC = 10;
const PARAGRAPHS_PER_HEADING = 12;
/** Names that a rival is asked to mark on the same page. */
export const NAMES = [
  'Coalition of the Willing',
  'Emmanuel Macron',
  'Macron',
  'Keir Starmer',
  'Starmer',
  'Giorgia Meloni',
  'Meloni',
  'Friedrich Merz',
  'Merz',
  'Ukraine',
];

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long report</title>
<meta property="article:published_time" content="2025-09-06T08:00:00Z"></head><body><main><article>${body}</article></main></body></html>`;

/** Every few words in an element of their own, as publishers' systems leave them. */
const withInline = (sentence: string, i: number): string =>
  i % 3 === 1 ? sentence.replace(/^(\S+ \S+) (\S+)/, '$1 <span class="s">$2</span>') : sentence;

/** An article of about so many words; without the topic where `onTopic` is false. About one element for nine words. */
export function articlePage(words: number, onTopic: boolean): string {
  const plain = makeArticle(words, words * 6 + 2_000).split('\n');
  const parts: string[] = ['<h1>What was said, and by whom</h1>'];
  let count = 0;
  for (let i = 0; count < words; i++) {
    if (i % PARAGRAPHS_PER_HEADING === 11) parts.push(`<h2>Part ${i}</h2>`);
    const topic = onTopic && i % PARAGRAPHS_PER_TOPIC === 1;
    const text = topic
      ? [0, 1, 2].map((k) => TOPIC[((i / PARAGRAPHS_PER_TOPIC + k) % TOPIC.length) | 0]!).join('\n  ')
      : plain[i % plain.length]!;
    const sentences = text.split(/(?<=\.) /).map(withInline);
    parts.push(`<p class="body-text">\n  ${sentences.join(' ')}\n</p>`);
    count += text.replace(/<[^>]*>/g, '').split(/\s+/).length;
  }
  return page(parts.join('\n'));
}

/** So many text nodes, a word in each: tables of numbers, code listings, the output of a careless framework. */
export function nodesPage(textNodes: number): string {
  const rows = Array.from({ length: textNodes / 3 }, (_, i) => `<div><b>row</b> is <i>${i}</i></div>`);
  return page(rows.join(''));
}

/** What is measured, by name: words, and the page. */
export const PAGES: Record<string, { words: number; onTopic: boolean; html: string }> = {
  '1,000 words': { words: 1_000, onTopic: true, html: articlePage(1_000, true) },
  '10,000 words': { words: 10_000, onTopic: true, html: articlePage(10_000, true) },
  '100,000 words': { words: 100_000, onTopic: true, html: articlePage(100_000, true) },
  '10,000 words off the topic': { words: 10_000, onTopic: false, html: articlePage(10_000, false) },
  '300,000 text nodes': { words: 300_000, onTopic: false, html: nodesPage(300_000) },
};
