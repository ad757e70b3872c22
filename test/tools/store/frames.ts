/** How the pictures for the stores are framed: a caption, and pictures of the extension under or beside it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Frame {
  file: string;
  size: readonly [number, number];
  title: string;
  text: string;
  dark?: boolean;
  layout:
    | { kind: 'window'; page: string; panel?: string }
    | { kind: 'panels'; panels: readonly string[] }
    | { kind: 'tile' }
    | { kind: 'marquee'; panel: string };
}

/** The icon that the package has. */
const ICON = readFileSync(resolve(import.meta.dirname, '../../../public/icon/icon.svg'), 'utf8');
const mark = (size: number): string => ICON.replace('<svg ', `<svg width="${size}" height="${size}" `);

const LIGHT = {
  paper: '#f1efe9',
  text: '#1d1b18',
  quiet: '#625d55',
  line: '#dcd8cf',
} as const;
const DARK = {
  paper: '#0d0d0c',
  text: '#f0ede7',
  quiet: '#a9a399',
  line: '#35332f',
} as const;

/** Width of the native side panel in its pictures. */
const PANEL = 360;

const plain = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The page of one frame; `asUrl` gives the address of a part by its name. */
export function frameHtml(
  { title, text, dark, layout, size: [width, height] }: Frame,
  asUrl: (name: string) => string,
): string {
  const { paper, text: ink, quiet, line } = dark ? DARK : LIGHT;
  const css = `* { box-sizing: border-box; margin: 0 } body { width: ${width}px; height: ${height}px; overflow: hidden; background: ${paper}; color: ${ink};
      font-family: 'Noto Sans', system-ui, sans-serif }
    h1 { font-weight: 700; letter-spacing: -.02em; text-wrap: balance } p { color: ${quiet}; text-wrap: balance } svg, img { display: block }
    .shot { border: 1px solid ${line}; box-shadow: 0 20px 60px rgb(0 0 0 / ${dark ? 0.7 : 0.16}); overflow: hidden }
    .window { position: absolute; left: 64px; right: 64px; top: 134px; bottom: 0; border-bottom: 0; border-radius: 14px 14px 0 0; display: flex }
    .window .page { flex: 1; min-width: 0; overflow: hidden } .window .page img { width: auto; height: auto; zoom: .5 }
    .window .side { flex: none; width: ${PANEL}px; border-left: 1px solid ${line} } .side img, .panel img { width: ${PANEL}px }`;
  const caption = (h1: number, p: number) =>
    `<h1 style="font-size:${h1}px;line-height:1.15">${plain(title)}</h1><p style="font-size:${p}px;line-height:1.45;margin-top:14px">${plain(text)}</p>`;
  const body = {
    window: () => {
      const { page, panel } = layout as Extract<Frame['layout'], { kind: 'window' }>;
      const side = panel ? `<div class="side"><img src="${asUrl(panel)}"></div>` : '';
      return `<div style="position:absolute;left:64px;top:30px;right:64px;display:flex;gap:40px;align-items:flex-start"><div style="flex:1">${caption(38, 18)}</div>${mark(56)}</div>
        <div class="shot window"><div class="page"><img src="${asUrl(page)}"></div>${side}</div>`;
    },
    panels: () => {
      const { panels } = layout as Extract<Frame['layout'], { kind: 'panels' }>;
      const all = panels.map(
        (name, i) =>
          `<div class="shot panel" style="width:${PANEL + 2}px;height:${720 - i * 56}px;border-radius:14px 14px 0 0;border-bottom:0"><img src="${asUrl(name)}"></div>`,
      );
      return `<div style="position:absolute;left:64px;top:0;bottom:0;width:360px;display:flex;flex-direction:column;justify-content:center;gap:28px">${mark(56)}<div>${caption(38, 19)}</div></div>
        <div style="position:absolute;right:56px;bottom:0;display:flex;gap:24px;align-items:flex-end">${all.join('')}</div>`;
    },
    tile: () =>
      `<div style="height:100%;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:14px;text-align:center;padding:0 44px">${mark(104)}<div>${caption(36, 18)}</div></div>`,
    marquee: () => {
      const { panel } = layout as Extract<Frame['layout'], { kind: 'marquee' }>;
      return `<div style="position:absolute;left:110px;top:0;bottom:0;width:560px;display:flex;flex-direction:column;justify-content:center;gap:24px">${mark(112)}<div>${caption(60, 26)}</div></div>
        <div class="shot panel" style="position:absolute;right:130px;top:56px;zoom:1.3;width:${PANEL + 2}px;height:600px;border-radius:14px 14px 0 0"><img src="${asUrl(panel)}"></div>`;
    },
  }[layout.kind]();
  return `<!doctype html><meta charset="utf-8"><style>${css}</style><body>${body}</body>`;
}
