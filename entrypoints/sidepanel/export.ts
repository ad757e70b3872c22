/** Makes the file of a comparison and hands it over. Loaded with the first export. */
import { comparisonCsv } from '../../components/panel/export/csv.ts';
import { fileName, MIME } from '../../components/panel/export/files.ts';
import { comparisonSvg, IMAGE_WIDTH } from '../../components/panel/export/image.ts';
import { comparisonJson } from '../../components/panel/export/json.ts';
import type { ExportRequest } from '../../components/panel/export/request.ts';
import { download } from './download.ts';

/** Dots of the image to one of the drawing: sharp on dense screens and in print. */
const DENSITY = 2;

/** The drawing as dots; null where the browser lets nobody read them. */
async function png(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = IMAGE_WIDTH * DENSITY;
  canvas.height = Math.round((image.naturalHeight / image.naturalWidth) * canvas.width);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, MIME.png));
}

async function contentOf(request: ExportRequest): Promise<string | Blob | null> {
  if (request.format === 'csv') return comparisonCsv(request);
  if (request.format === 'json') return comparisonJson(request, new Date());
  const svg = comparisonSvg(request);
  return svg !== null && request.format === 'png' ? png(svg) : svg;
}

/** The file's name, or null where it could not be made. */
export async function exportComparison(request: ExportRequest): Promise<string | null> {
  const content = await contentOf(request);
  if (content === null) return null;
  const name = fileName(request.item, request.report, request.format);
  download(name, MIME[request.format], [content]);
  return name;
}
