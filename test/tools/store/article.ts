/** What the pictures for the stores are taken on: an article and a draft of our own, at an address that nobody can have. */

export const ARTICLE_HOST = 'example-courier.test';

const FACE = `:root { color-scheme: light dark }
  body { margin: 0; font: 19px/1.6 Georgia, 'Noto Serif', serif; color: light-dark(#222, #ddd); background: light-dark(#fff, #1c1c1e) }
  header { padding: 8px 56px; border-bottom: 1px solid light-dark(#ddd, #3a3a3c); font: 700 20px Georgia, 'Noto Serif', serif; letter-spacing: .02em }
  main { max-width: 700px; padding: 14px 56px 120px }
  h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px }
  .by { font: 14px system-ui, 'Noto Sans', sans-serif; color: light-dark(#777, #999); margin: 0 0 10px }`;

export const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allies agree outline of a force for Ukraine</title>
<meta property="article:published_time" content="2025-09-05T07:40:00Z"><style>${FACE}</style></head><body>
<header>The Example Courier</header>
<main><article><h1>Allies agree outline of a force for Ukraine</h1>
<p class="by"><time datetime="2025-09-05T07:40:00Z">5 September 2025</time></p>
<p>The Coalition of the Willing met in Paris on Thursday, where Emmanuel Macron said that about 35 countries had committed to
deploying troops once a ceasefire holds. The group itself counts more than 30 members.</p>
<p>Giorgia Meloni again ruled out Italian troops, while Friedrich Merz wants to know the American contribution first. Donald
Trump joined the leaders by video link in the afternoon.</p>
<p>Keir Starmer, who took part from Glasgow, spoke of a guarantee for the first day of peace. Volodymyr Zelensky thanked the
countries that have offered soldiers, ships and aircraft.</p>
<p>The White House complained that Russia had earned €1.1bn from fuel sold to the European Union in a year.</p>
</article></main></body></html>`;

export const DRAFT = `The Coalition of the Willing met in Paris on 4 September 2025. Emmanuel Macron said afterwards that about 35 countries had committed to deploying troops.`;
